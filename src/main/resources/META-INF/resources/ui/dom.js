// A few helpers instead of a framework. No inline styles or HTML strings: the page's CSP forbids both.

/** Makes an element: h('p', {class: 'x', onclick: f}, 'text', child). Null children are left out. */
export function h(tag, props = {}, ...children) {
  const el = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) el.addEventListener(key.slice(2), value);
    else if (key === 'class') el.className = value;
    else if (key === 'data') Object.assign(el.dataset, value);
    else if (key in el && typeof value !== 'string') el[key] = value;
    else el.setAttribute(key, value === true ? '' : String(value));
  }
  el.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return el;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line icon from path data. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  close: 'M6 6l12 12M18 6L6 18',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  plus: 'M12 5v14M5 12h14',
};

export function iconButton(label, name, onclick, more = {}) {
  return h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...more }, icon(ICONS[name]));
}

/** Says something to a screen reader without showing it. */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}

/** A short message in the corner; errors stay until they are closed. */
export function toast(text, { kind = 'note', detail } = {}) {
  const box = h('div', { class: 'toast', data: { kind } }, h('div', {}, text, detail ? h('small', {}, detail) : null));
  box.append(iconButton('Close this message', 'close', () => box.remove()));
  const corner = onTop(document.getElementById('toasts'));
  corner.append(box);
  if (kind !== 'error') setTimeout(() => box.remove(), 5000);
  while (corner.children.length > 4) corner.firstChild.remove();
}

/** Over an open dialog, which would cover it, and back on the page when that closes. */
function onTop(corner) {
  const dialog = [...document.querySelectorAll('dialog[open]')].pop();
  if (dialog && !dialog.contains(corner)) {
    dialog.append(corner);
    dialog.addEventListener('close', () => document.body.append(corner), { once: true });
  }
  return corner;
}

/** Asks in a modal dialog; resolves to whether the person agreed. */
export function ask(title, text, agree, { danger = true } = {}) {
  return new Promise((resolve) => {
    const no = h('button', { type: 'button', class: 'button', onclick: () => dialog.close('no') }, 'Cancel');
    const yes = h('button', { type: 'submit', class: danger ? 'button danger' : 'button primary' }, agree);
    const form = h('form', { onsubmit: (e) => { e.preventDefault(); dialog.close('yes'); } },
      h('h2', { id: 'ask-title' }, title), h('p', { class: 'muted' }, text), h('div', { class: 'row' }, no, yes));
    const dialog = h('dialog', { class: 'ask', 'aria-labelledby': 'ask-title' }, form);
    dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue === 'yes'); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Copies text; also where the clipboard interface is missing (plain http on another host). */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h('textarea', { class: 'hidden-text' }, text);
    (document.querySelector('dialog[open]') ?? document.body).append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  toast(`${what} copied`);
}

/** Bursts become one: acts a little after it is asked to, once at a time, and again if asked meanwhile. */
export function soon(act) {
  let timer = null;
  let asked = false;
  const run = async () => {
    asked = false;
    try {
      await act();
    } finally {
      timer = asked ? setTimeout(run, 200) : null;
    }
  };
  const ask = () => {
    asked = true;
    timer ??= setTimeout(run, 200);
  };
  return { ask, stop: () => clearTimeout(timer) };
}

/** The drawing of an empty place. */
export function emptyPicture() {
  const svg = icon('M14 58l18-22 13 15 9-11 16 18z');
  svg.setAttribute('viewBox', '0 0 92 76');
  svg.setAttribute('fill', 'none');
  svg.setAttribute('stroke', 'currentColor');
  svg.setAttribute('stroke-width', '2');
  svg.setAttribute('stroke-linejoin', 'round');
  const frame = document.createElementNS(SVG, 'rect');
  for (const [k, v] of Object.entries({ x: 5, y: 8, width: 74, height: 60, rx: 9 })) frame.setAttribute(k, v);
  svg.append(frame);
  return svg;
}
