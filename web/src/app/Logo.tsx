/** Clew's mark: a thread that finds its way through a labyrinth. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg className="app-logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className="app-logo-walls" d="M16 3a13 13 0 1 1-9.2 3.8M16 8a8 8 0 1 0 5.7 2.3" />
      <path
        className="app-logo-thread"
        d="M11.4 2.2V7.5c-2.6 1.5-5 4.4-5 8.5a9.6 9.6 0 0 0 9.6 9.6c5.5 0 10.3-4.1 10.3-9.6 0-4.3-3-7.6-6.3-8.5v4.3c1.7 1 2.5 2.5 2.5 4.2a4.5 4.5 0 0 1-6.5 4"
      />
      <circle className="app-logo-end" cx="16" cy="16" r="2.2" />
    </svg>
  );
}
