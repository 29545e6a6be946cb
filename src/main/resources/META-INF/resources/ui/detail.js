// One image in full: its renditions side by side, its data, its history, its links.
import { call, denial, explain, get, local } from './api.js';
import { h, ask, copy, iconButton, toast } from './dom.js';
import { STATUS, dimensions, size, when } from './format.js';
import { contentPath, live, openBytes, picture } from './picture.js';
import { categoryTitle } from './categories.js';
import { openSettings } from './settings.js';

let open = null;

export function openDetail(id, feed) {
  closeDetail();
  const body = h('div', { class: 'detail-body' }, h('p', { class: 'empty' }, 'Loading'));
  const close = iconButton('Close', 'close', () => dialog.close(), { class: 'icon-button detail-close' });
  const dialog = h('dialog', { class: 'detail', 'aria-labelledby': 'detail-title' }, close, body);
  let asked = 0;
  let shown = '';
  const refresh = async () => {
    const mine = ++asked;
    const read = await load(id);
    const text = JSON.stringify(read);
    // Of two answers the one asked for first may come last, and be the older.
    if (mine !== asked || text === shown) return;
    shown = text;
    body.replaceChildren(...draw(read, feed));
  };
  const heard = (e) => e.detail.imageId === id && refresh();
  feed.addEventListener('status', heard);
  feed.addEventListener('resync', refresh);
  dialog.addEventListener('close', () => {
    feed.removeEventListener('status', heard);
    feed.removeEventListener('resync', refresh);
    dialog.remove();
    if (open === dialog) {
      open = null;
      if (location.hash.startsWith('#/images/')) location.hash = '#/';
    }
  });
  dialog.addEventListener('click', (e) => e.target === dialog && dialog.close());
  document.body.append(dialog);
  open = dialog;
  dialog.showModal();
  refresh();
}

export function closeDetail() {
  const dialog = open;
  open = null;
  dialog?.close();
}

async function load(id) {
  const [meta, history] = await Promise.allSettled([get(`/api/v1/images/${id}`), get(`/api/v1/images/${id}/history`)]);
  return { image: meta.value, error: meta.reason, changes: history.value?.items ?? history.value ?? [] };
}

function draw({ image, error, changes }, feed) {
  return image ? present(image, changes) : absent(error, changes, feed);
}

function absent(error, changes, feed) {
  const { text, code } = explain(error, 'images:read');
  const enter = denial(error.status) ? h('button', { type: 'button', class: 'button', onclick: () => openSettings(feed) }, 'Enter a key') : null;
  const deleted = error.status === 404 && changes.length;
  return [h('div', { class: 'stack detail-side' }, h('h2', { id: 'detail-title' }, deleted ? 'This image was deleted' : text),
    deleted ? h('p', { class: 'muted' }, 'What is left of it is its history.') : h('code', {}, code), enter ?? timeline(changes))];
}

function present(image, changes) {
  const side = h('div', { class: 'stack detail-side' },
    h('div', { class: 'stack tight' }, h('span', { class: 'chip', data: { status: image.status } }, STATUS[image.status]),
      h('h2', { id: 'detail-title', class: 'detail-name' }, image.fileName)),
    image.error ? h('div', { class: 'problem' }, h('strong', {}, image.error.detail), h('code', {}, image.error.code)) : null,
    actions(image), facts(image), h('h3', {}, 'History'), timeline(changes));
  const stage = h('div', { class: 'detail-stage' }, picture(image, ['1200x1200', 'main', 'p2'], { alt: image.fileName, eager: true }));
  return [h('div', { class: 'stack detail-main' }, stage, renditions(image), links(image)), side];
}

function actions(image) {
  const reference = encodeURIComponent(image.referenceId ?? '');
  return h('div', { class: 'row' },
    live(image) ? h('button', { type: 'button', class: 'button primary', onclick: () => toSet(image, reference) }, image.status === 'CONFIRMED' ? 'Show its set' : 'Put into a set') : null,
    h('button', { type: 'button', class: 'button danger', onclick: () => remove(image) }, 'Delete'));
}

function toSet(image, reference) {
  if (image.status === 'READY') sessionStorage.setItem('image-service.candidates', JSON.stringify([image.id]));
  location.hash = `#/sets/${image.category}/${reference}`;
}

async function remove(image) {
  const text = image.status === 'CONFIRMED' ? 'It is in use and leaves its set. This cannot be undone.' : 'It is gone at once for everybody. This cannot be undone.';
  if (!(await ask(`Delete ${image.fileName}?`, text, 'Delete'))) return;
  try {
    await call('DELETE', `/api/v1/images/${image.id}`);
    toast('Deleted', { detail: image.fileName });
    open?.close();
  } catch (error) {
    toast('It could not be deleted', { kind: 'error', detail: explain(error, 'images:delete').text });
  }
}

function facts(image) {
  const all = [
    ['Original', [image.format, dimensions(image.width, image.height), size(image.bytes)].filter(Boolean).join(' · ')],
    ['Category', categoryTitle(image.category)],
    ['Reference', image.referenceId],
    ['Uploader', image.uploaderId],
    ['Created', when(image.createdAt)],
    ['Changed', when(image.updatedAt)],
  ].filter(([, value]) => value);
  return h('dl', { class: 'facts' }, all.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
    long('Id', image.id), long('SHA-256', image.sha256));
}

function long(name, value) {
  if (!value) return [];
  return [h('dt', {}, name), h('dd', { class: 'long' }, h('code', { title: value }, value), iconButton(`Copy ${name}`, 'copy', () => copy(value, name)))];
}

function timeline(changes) {
  if (!changes.length) return h('p', { class: 'muted small' }, 'Nothing yet');
  return h('ol', { class: 'timeline' }, changes.map((c) => {
    const status = c.newStatus ?? c.new;
    return h('li', { data: { status } }, h('strong', {}, STATUS[status] ?? status),
      h('span', { class: 'muted small' }, [c.reason, `by ${c.by ?? c.updatedBy}`].filter(Boolean).join(' · ')),
      h('time', { class: 'muted small number', datetime: c.at ?? c.updatedAt }, when(c.at ?? c.updatedAt)));
  }));
}

function renditions(image) {
  const all = image.renditions ?? [];
  if (!all.length) return null;
  return h('section', { class: 'stack tight', 'aria-label': 'Renditions' }, h('h3', {}, 'Renditions'),
    h('ul', { class: 'renditions' }, all.map((r) => h('li', {},
      h('a', { href: contentPath(image.id, r.name), target: '_blank', rel: 'noopener', 'aria-label': `Open ${r.name}`, onclick: openBytes }, picture(image, [r.name])),
      h('strong', {}, r.name), h('span', { class: 'muted small number' }, dimensions(r.width, r.height)),
      h('span', { class: 'muted small number' }, `${r.format} · ${size(r.bytes)}${saved(image, r)}`)))));
}

function saved(image, { bytes }) {
  const less = Math.floor(100 * (1 - bytes / image.bytes));
  return less > 0 ? ` · −${less} %` : '';
}

function links(image) {
  if (!live(image)) return null;
  const row = (name, text) => h('li', {}, h('span', { class: 'label' }, name), h('code', { title: text, tabindex: '0' }, text), iconButton(`Copy ${name}`, 'copy', () => copy(text, name)));
  const curl = `curl -o '${image.id}' '${image.imageUrl}'`;
  const all = [row('Image link', image.imageUrl), ...(image.renditions ?? []).filter((r) => r.name !== 'main').map((r) => row(`${r.name} link`, r.url)),
    row('curl, bytes', curl), row('curl, metadata', `curl -H 'Accept: application/json' '${location.origin}${local(`/api/v1/images/${image.id}`)}'`)];
  return h('section', { class: 'stack tight', 'aria-label': 'Links' }, h('h3', {}, 'Links'), h('ul', { class: 'links' }, all));
}
