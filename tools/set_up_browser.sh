#!/bin/sh
# Sees to it that a browser is here for the tests that drive the page: Debian's Chromium, or whatever Chrome there is.
set -u

for browser in chromium chromium-browser google-chrome-stable google-chrome; do
    if command -v "$browser" >/dev/null 2>&1; then
        echo "A browser is here: $(command -v "$browser")"
        exit 0
    fi
done

if ! command -v apt-get >/dev/null 2>&1; then
    echo "No browser was found, and this machine has no apt-get. Install Chromium or Chrome (macOS: brew install chromium), then run the same command again." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "No browser was found. Install it as root: apt-get install chromium. Then run the same command again." >&2
    exit 1
fi

echo "Installing Debian's Chromium (once, some 100 MB)…"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core >/dev/null && {
    echo "Chromium is here."
    exit 0
}
echo "Chromium could not be installed. See that apt-get works here (network, proxy, sources), then run the same command again." >&2
exit 1
