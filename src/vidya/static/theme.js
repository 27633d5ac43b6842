// Light or dark: the system's choice, until the reader makes their own.
(() => {
  const { dataset } = document.documentElement;
  try { dataset.theme = localStorage.theme; } catch { /* nothing is kept here */ }
  if (!/^(light|dark)$/.test(dataset.theme)) delete dataset.theme;
  document.addEventListener('click', ({ target }) => {
    if (!target.closest('[data-change-theme]')) return;
    const dark = dataset.theme ? dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    dataset.theme = dark ? 'light' : 'dark';
    try { localStorage.theme = dataset.theme; } catch { /* for this page only */ }
  });
})();
