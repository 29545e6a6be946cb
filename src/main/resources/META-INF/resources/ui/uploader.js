// The upload panel: drop, paste or choose; what they are for; how they are processed; how they go.
import { h, icon, iconButton, announce } from './dom.js';
import { STATUS, size } from './format.js';
import { processingChoice } from './processing.js';
import { categorySelect } from './categories.js';
import { Uploads } from './uploads.js';

let uploads = null;

export function uploader(feed) {
  uploads ??= new Uploads(feed);
  const category = categorySelect('Category', { value: 'GENERAL' });
  const reference = h('input', { class: 'input', maxlength: 200, placeholder: 'optional', autocomplete: 'off' });
  const processing = processingChoice();
  const choose = (files) => {
    const images = [...files];
    if (!images.length) return;
    processing.preview(images[0]);
    announce(`${images.length} ${images.length === 1 ? 'file' : 'files'} added to the uploads`);
    uploads.add(images, { category: category.value(), referenceId: reference.value.trim(), processing: processing.pipelines() });
  };
  const input = h('input', { type: 'file', id: 'files', class: 'hidden-text', multiple: true, accept: 'image/*,video/mp4,video/quicktime,.heic,.heif,.avif', tabindex: '-1', 'aria-hidden': 'true' });
  input.addEventListener('change', () => {
    choose(input.files);
    input.value = '';
  });
  const zone = dropZone(input);
  const list = h('ul', { class: 'uploads', 'aria-label': 'Uploads of this tab' });
  const clear = h('button', { type: 'button', class: 'button quiet small', onclick: () => uploads.clear() }, 'Clear finished');
  const head = h('div', { class: 'row spread' }, h('h3', {}, 'Uploads'), clear);
  const element = h('section', { class: 'panel stack uploader', 'aria-label': 'Upload images' }, zone, input, head, list,
    category.element, h('label', { class: 'field' }, h('span', {}, 'Reserved for reference'), reference), processing.element);
  const leave = [show(list, head), dropAnywhere(zone, choose), pasteAnywhere(choose)];
  return { element, leave: () => leave.forEach((f) => f()) };
}

function dropZone(input) {
  return h('button', { type: 'button', class: 'drop', id: 'drop', onclick: () => input.click() },
    icon('M12 16V4M7 9l5-5 5 5M4 16v4h16v-4'), h('strong', {}, 'Drop images here'),
    h('span', {}, 'or paste them, or ', h('u', {}, 'choose files')));
}

/** The whole page takes a drop: nobody should lose the page to a file that missed the box. */
function dropAnywhere(zone, choose) {
  const hasFiles = (e) => e.dataTransfer?.types.includes('Files');
  const over = (e) => {
    if (!hasFiles(e)) return;
    e.preventDefault();
    zone.classList.add('over');
  };
  const out = (e) => e.relatedTarget === null && zone.classList.remove('over');
  const drop = (e) => {
    if (!hasFiles(e)) return;
    e.preventDefault();
    zone.classList.remove('over');
    choose(e.dataTransfer.files);
  };
  const all = { dragover: over, dragleave: out, drop };
  Object.entries(all).forEach(([name, f]) => document.addEventListener(name, f));
  return () => Object.entries(all).forEach(([name, f]) => document.removeEventListener(name, f));
}

function pasteAnywhere(choose) {
  const paste = (e) => {
    if (e.clipboardData?.files.length) {
      e.preventDefault();
      choose(e.clipboardData.files);
    }
  };
  document.addEventListener('paste', paste);
  return () => document.removeEventListener('paste', paste);
}

function show(list, head) {
  const rows = new Map();
  const draw = (one) => {
    if (one) rows.set(one, fill(rows.get(one) ?? h('li', { class: 'upload' }), one));
    for (const [gone, row] of rows) if (!uploads.list.includes(gone)) row.remove();
    uploads.list.forEach((each, i) => {
      if (!rows.has(each)) rows.set(each, fill(h('li', { class: 'upload' }), each));
      if (list.children[i] !== rows.get(each)) list.insertBefore(rows.get(each), list.children[i] ?? null);
    });
    head.hidden = uploads.list.length === 0;
  };
  const changed = (e) => draw(e.detail);
  uploads.addEventListener('change', changed);
  draw(null);
  return () => uploads.removeEventListener('change', changed);
}

function fill(row, one) {
  if (row.dataset.state === 'sending' && one.state === 'sending') {
    row.querySelector('progress').value = one.progress;
    row.querySelector('.said').textContent = said(one);
    return row;
  }
  row.dataset.state = one.state;
  row.replaceChildren(h('div', { class: 'upload-words' },
    h('span', { class: 'upload-name', title: one.file.name }, one.file.name || 'Pasted image'),
    h('span', { class: 'muted number said' }, said(one)),
    one.state === 'sending' ? h('progress', { max: 1, value: one.progress, 'aria-label': `Progress of ${one.file.name}` }) : null), ...actions(one), ...refusal(one));
  return row;
}

function said(one) {
  if (one.state === 'sending') return one.progress < 1 ? `${Math.floor(one.progress * 100)} % of ${size(one.file.size)}` : 'Being checked';
  if (one.state === 'later') return 'The service is busy; trying again';
  return one.state === 'waiting' ? 'Waiting' : size(one.file.size);
}

function refusal(one) {
  const problem = one.problem ?? (one.image?.error ? { text: one.image.error.detail, code: one.image.error.code } : null);
  if (!problem) return [];
  const again = one.state === 'refused' ? h('button', { type: 'button', class: 'button small', onclick: () => uploads.retry(one) }, 'Retry') : null;
  return [h('div', { class: 'upload-problem' }, h('p', {}, problem.text, ' ', h('code', {}, problem.code)), again)];
}

function actions(one) {
  const status = one.image ? h('a', { class: 'chip', data: { status: one.image.status }, href: `#/images/${one.image.id}` }, STATUS[one.image.status]) : null;
  const refused = one.state === 'refused' ? h('span', { class: 'chip', data: { status: 'FAILED' } }, 'Refused') : null;
  const name = one.file.name || 'pasted image';
  return [status, refused, iconButton(one.state === 'sending' ? `Cancel ${name}` : `Take ${name} off this list`, 'close', () => uploads.remove(one))].filter(Boolean);
}
