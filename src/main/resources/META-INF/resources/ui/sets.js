// The ordered set of a reference: confirm, put in order by dragging or by keys, take out.
import { Problem, call, explain, get } from './api.js';
import { h, ask, emptyPicture, soon, toast } from './dom.js';
import { categorySelect } from './categories.js';
import { picture } from './picture.js';
import { sortable } from './sortable.js';

export const title = 'Sets';
const CANDIDATES = 'image-service.candidates';

export function show(main, { feed, rest: [category = 'PRODUCT', referenceId = ''] }) {
  const choice = categorySelect('Category', { value: category });
  const reference = h('input', { class: 'input', name: 'referenceId', required: true, maxlength: 200, value: referenceId, placeholder: 'for example a product id', autocomplete: 'off' });
  const open = (e) => {
    e.preventDefault();
    const to = `#/sets/${choice.value()}/${encodeURIComponent(reference.value.trim())}`;
    if (to === location.hash) dispatchEvent(new HashChangeEvent('hashchange'));
    else location.hash = to;
  };
  const body = h('div', { class: 'stack' });
  main.append(h('div', { class: 'stack page' }, h('h1', {}, 'Sets'),
    h('p', { class: 'muted lead' }, 'The images a product, a post or a profile uses, in their order. Saving confirms them; what is taken out is deleted.'),
    h('form', { class: 'panel set-form', onsubmit: open }, choice.element,
      h('label', { class: 'field' }, h('span', {}, 'Reference id'), reference),
      h('button', { type: 'submit', class: 'button primary' }, 'Open')), body));
  if (!referenceId) {
    const waiting = candidates().length;
    body.append(h('div', { class: 'empty' }, emptyPicture(), h('h2', {}, waiting ? `${waiting} to be put into a set` : 'Choose a reference'),
      h('p', {}, 'Write the id of what the images belong to.')));
    return () => {};
  }
  const editor = new Editor(body, category, referenceId);
  editor.load();
  const changes = soon(() => editor.changed());
  const heard = (e) => e.detail.category === category && changes.ask();
  feed.addEventListener('status', heard);
  feed.addEventListener('resync', changes.ask);
  return () => {
    feed.removeEventListener('status', heard);
    feed.removeEventListener('resync', changes.ask);
    changes.stop();
  };
}

function candidates() {
  return JSON.parse(sessionStorage.getItem(CANDIDATES) ?? '[]');
}

class Editor {
  #members = [];
  #saved = '';
  #etag = null;
  #asked = 0;
  #shown = '';

  constructor(body, category, referenceId) {
    Object.assign(this, { body, category, referenceId });
    this.path = `/api/v1/references/${category}/${encodeURIComponent(referenceId)}/images`;
    this.state = h('p', { class: 'muted', role: 'status' });
    this.list = sortable((ids) => this.#ordered(ids));
    this.tray = h('ul', { class: 'tray', 'aria-label': 'Ready to be added' });
    this.save = h('button', { type: 'button', class: 'button primary', onclick: () => this.#put() }, 'Confirm this order');
    this.undo = h('button', { type: 'button', class: 'button quiet', onclick: () => this.load() }, 'Undo');
    this.problem = h('div', {});
  }

  async load() {
    const mine = ++this.#asked;
    try {
      const [set, ready] = await Promise.all([call('GET', this.path), this.#ready()]);
      // What was asked for later, or done by hand meanwhile, stands.
      if (mine !== this.#asked) return;
      const read = JSON.stringify([set.body, ready]);
      if (read === this.#shown && this.#order() === this.#saved && !candidates().length) return;
      this.#shown = read;
      this.#etag = set.headers.get('ETag');
      this.revision = set.body.revision;
      this.#members = set.body.images.map((i) => ({ ...i, id: i.imageId, status: 'CONFIRMED' }));
      this.#saved = this.#order();
      await this.#addCandidates(ready);
      this.ready = ready;
      this.#show();
    } catch (error) {
      if (mine !== this.#asked) return;
      this.#shown = '';
      this.body.replaceChildren(this.#explained(error));
    }
  }

  async #ready() {
    const page = await get(`/api/v1/images?status=READY&limit=50&category=${encodeURIComponent(this.category)}`);
    return page.items.filter((i) => !i.referenceId || i.referenceId === this.referenceId);
  }

  /** What was selected in the gallery comes in at the end. */
  async #addCandidates(ready) {
    const ids = candidates();
    sessionStorage.removeItem(CANDIDATES);
    for (const id of ids.filter((one) => !this.#members.some((m) => m.id === one))) {
      const image = ready.find((i) => i.id === id) ?? (await get(`/api/v1/images/${id}`).catch(() => null));
      if (image?.category === this.category) this.#members.push(image);
    }
  }

  /** Something of this category changed elsewhere: the tray follows; the order only if untouched here. */
  async changed() {
    if (this.#order() === this.#saved) return this.load();
    this.ready = await this.#ready().catch(() => this.ready);
    this.#show();
  }

  #order() {
    return this.#members.map((m) => m.id).join();
  }

  #ordered(ids) {
    this.#edit(ids.map((id) => this.#members.find((m) => m.id === id)));
  }

  #show() {
    const dirty = this.#order() !== this.#saved;
    const n = this.#members.length;
    this.state.textContent = dirty ? 'Not saved yet' : n ? `${n} ${n === 1 ? 'image' : 'images'} · revision ${this.revision}` : 'Nothing in this set yet';
    this.save.disabled = !dirty;
    this.undo.hidden = !dirty;
    this.list.show(this.#members.map((m) => ({ id: m.id, name: m.fileName ?? `Image ${m.id.slice(-6)}`, picture: picture(m, ['300x300', 'p2', 'main']), fresh: m.status === 'READY' })), (id) => this.#takeOut(id));
    const free = (this.ready ?? []).filter((i) => !this.#members.some((m) => m.id === i.id));
    this.tray.replaceChildren(...free.map((i) => h('li', {}, h('button', { type: 'button', 'aria-label': `Add ${i.fileName}`, title: i.fileName, onclick: () => this.#putIn(i) }, picture(i, ['100x100', '300x300', 'p2', 'main'])))));
    this.body.replaceChildren(h('section', { class: 'panel stack', 'aria-label': `Set of ${this.referenceId}` },
      h('div', { class: 'row spread' }, h('div', {}, h('h2', { class: 'mono-name' }, this.referenceId), this.state), h('div', { class: 'row' }, this.undo, this.save)),
      this.problem, this.list.element,
      n > 1 ? h('p', { class: 'small muted' }, 'Drag a picture by its handle, or focus the handle and use the arrow keys.') : null),
      h('section', { class: 'panel stack', 'aria-label': 'Ready to be added' }, h('h2', {}, 'Ready to be added'),
        free.length ? this.tray : h('p', { class: 'muted' }, 'No ready image of this category is free. Upload some in the gallery.')));
  }

  #putIn(image) {
    this.#edit([...this.#members, image]);
  }

  #takeOut(id) {
    this.#edit(this.#members.filter((m) => m.id !== id));
  }

  #edit(members) {
    this.#asked++;
    this.#members = members;
    this.#show();
  }

  async #put() {
    const gone = this.#saved.split(',').filter((id) => id && !this.#members.some((m) => m.id === id)).length;
    if (gone && !(await ask(`Delete ${gone} ${gone === 1 ? 'image' : 'images'}?`, 'What was taken out of the set is deleted for everybody when you save.', 'Save and delete'))) return;
    this.save.disabled = true;
    try {
      const headers = this.#etag ? { 'If-Match': this.#etag } : {};
      await call('PUT', this.path, { json: { imageIds: this.#members.map((m) => m.id) }, headers });
      this.problem.replaceChildren();
      toast('Saved', { detail: `${this.#members.length} in the set of ${this.referenceId}` });
      await this.load();
    } catch (error) {
      this.problem.replaceChildren(this.#explained(error));
      this.save.disabled = false;
    }
  }

  #explained(error) {
    const changed = error instanceof Problem && error.status === 412;
    const { text, code, more } = explain(error);
    return h('div', { class: 'problem', role: 'alert' }, h('strong', {}, changed ? 'Somebody else changed this set meanwhile' : text), h('code', {}, code),
      more.length ? h('ul', {}, more.map((m) => h('li', {}, m))) : null,
      changed ? h('button', { type: 'button', class: 'button small', onclick: () => { this.problem.replaceChildren(); this.load(); } }, 'Show theirs') : null);
  }
}
