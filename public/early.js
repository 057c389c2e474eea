// Before the first paint, ahead of the page's own script: the theme that was chosen, and whether the address is another
// screen than the landing page, whose markup is in index.html.
(() => {
  const { dataset } = document.documentElement;
  if (location.hash.length > 2) dataset.elsewhere = "";
  // No script comes to bring the markup to life; what index.html says about that stands alone.
  if (location.protocol === "file:")
    addEventListener("DOMContentLoaded", () => document.getElementById("root")?.remove());
  try {
    const theme = localStorage.getItem("wheelscope.theme");
    if (theme === "light" || theme === "dark") dataset.theme = theme;
  } catch {
    // No storage, no theme.
  }
})();
