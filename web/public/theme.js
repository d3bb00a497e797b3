// Sets the chosen theme before the first paint. A file of its own, because the policy forbids inline scripts.
try {
  const theme = localStorage.getItem("clew.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system decides.
}
