const drawings = {
  hash: 'M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16',
  announcement: 'M4 10v4h3l8 4V6l-8 4zM18.5 9.500a4 4 0 0 1 0 5M8 14.500l1 5',
  forum: 'M4 5h12v8H9l-3 3v-3H4zM19 9h1.500v8.500H19V20l-3-2.500h-5',
  voice: 'M4 10v4h3l5 4V6l-5 4zM15.5 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  thread: 'M6 4v7a3 3 0 0 0 3 3h10M15 10l4 4-4 4',
  chevron: 'm6 9 6 6 6-6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  moon: 'M19.5 14.500A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10z',
  smile: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM9 10v.1M15 10v.1M8.500 14a4 4 0 0 0 7 0',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.500a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  external: 'M14 4h6v6M20 4l-9 9M18 14v5H5V6h5',
  reply: 'M20 18v-4a3 3 0 0 0-3-3H5m4-4-4 4 4 4',
  down: 'M12 5v14m-6-6 6 6 6-6',
  send: 'M4 5l16 7-16 7 2.5-7zM6.5 12H13',
  check: 'm5 12.5 4.5 4.500L19 7.5',
  warning: 'M12 4 3 19.500h18zM12 10v4m0 2.500v.1',
  close: 'm6 6 12 12M18 6 6 18',
  file: 'M6 3.500h8l4 4v13H6zM14 3.500v4h4',
  pulse: 'M3 12h4l3-7 4 14 3-7h4',
  clear: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.500l11 11',
  copy: 'M9 9h11v11H9zM5.500 15H4V4h11v1.500',
  more: 'M6 12v.1M12 12v.1M18 12v.1',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  message: 'M4 5h16v11h-8l-4 4v-4H4z',
  archive: 'M4 5h16v4H4zM5.500 9v10h13V9M10 13h4',
  pin: 'M9 4h6l-1 6 3 4H7l3-4zM12 14v6',
  shield: 'M12 3.500l7 2.500v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6z',
  follow: 'M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8M6 17.500a.500.500 0 1 0 .01 0',
  slash: 'M15.5 4.500l-7 15',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c.8-4 3.8-5.5 7.5-5.5s6.7 1.5 7.5 5.5',
  swap: 'M7 4 3.5 7.5 7 11M3.5 7.500H17M17 13l3.5 3.500L17 20M20.5 16.500H7',
};

const svg = 'http://www.w3.org/2000/svg';

export function icon(name, className = 'icon') {
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', drawings[name]);
  const node = document.createElementNS(svg, 'svg');
  node.setAttribute('viewBox', '0 0 24 24');
  node.setAttribute('class', className);
  node.setAttribute('aria-hidden', 'true');
  node.append(path);
  return node;
}

const channelIcons = { 1: 'user', 2: 'voice', 5: 'announcement', 10: 'thread', 11: 'thread', 12: 'thread', 13: 'voice', 15: 'forum', 16: 'forum' };

export const channelIcon = type => icon(channelIcons[type] ?? 'hash');

/** Fills the static buttons of the page that name their drawing in `data-icon`. */
export function drawStaticIcons() {
  for (const node of document.querySelectorAll('[data-icon]')) node.append(icon(node.dataset.icon));
}
