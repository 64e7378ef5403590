// Runs before the first paint, so that the page never flashes in the wrong theme.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = localStorage.getItem('sandbox.theme');
  if (chosen) root.dataset.theme = chosen;

  const current = () => root.dataset.theme ?? (system.matches ? 'dark' : 'light');
  const opposite = () => (current() === 'dark' ? 'light' : 'dark');

  addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    const describe = () => {
      button.setAttribute('aria-label', `Switch to the ${opposite()} theme`);
      button.title = button.getAttribute('aria-label');
    };
    button.addEventListener('click', () => {
      root.dataset.theme = opposite();
      localStorage.setItem('sandbox.theme', root.dataset.theme);
      describe();
    });
    system.addEventListener('change', describe);
    describe();
  });
})();
