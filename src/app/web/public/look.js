// Runs before the first paint, so that nobody sees the wrong theme, direction or density. Kept by kit/web/prefs.ts.
(() => {
  const root = document.documentElement;
  let look = {};
  try {
    look = JSON.parse(localStorage.getItem('tend.look') || '{}');
  } catch {
    // No storage, or not ours: the defaults below are right.
  }
  const dark = look.theme === 'dark' || (look.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = look.density === 'compact' ? 'compact' : 'comfortable';
  if (look.language) root.lang = look.language;
  if (look.direction) root.dir = look.direction;
  document.querySelector('meta[name="theme-color"]').content = dark ? '#1d1b18' : '#fbf9f4';
})();
