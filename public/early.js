// Before the first paint, ahead of the page's own script: the theme that was chosen, and whether the address is another
// screen than the landing page, whose markup is in index.html.
(() => {
  const { dataset } = document.documentElement;
  if (location.hash.length > 2) dataset.elsewhere = "";
  try {
    const theme = localStorage.getItem("wheelscope.theme");
    if (theme === "light" || theme === "dark") dataset.theme = theme;
  } catch {
    // No storage, no theme.
  }
})();
