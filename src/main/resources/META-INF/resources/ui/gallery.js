// The gallery: pages by keyset as one scrolls, filters, and follows the live stream.
import { get, explain } from './api.js';
import { h, announce, emptyPicture, soon } from './dom.js';
import { STATUS } from './format.js';
import { card, updateCard } from './card.js';
import { categorySelect } from './categories.js';
import { Selection } from './selection.js';
import { uploader } from './uploader.js';

export const title = 'Gallery';
const PAGE = 24;

export function show(main, { feed }) {
  const upload = uploader(feed);
  const wall = new Wall(feed);
  main.append(h('div', { class: 'gallery-page' },
    h('aside', {}, upload.element),
    h('section', { class: 'stack gallery-main', 'aria-labelledby': 'gallery-title' },
      h('div', { class: 'row spread gallery-head' }, h('h1', { id: 'gallery-title' }, 'Gallery'), wall.filters()),
      wall.element)));
  wall.start();
  return () => {
    upload.leave();
    wall.stop();
  };
}

class Wall {
  #cards = new Map();
  #filter = { status: '', category: '', referenceId: '' };
  #cursor = null;
  #loading = null;
  #dirty = new Map();

  constructor(feed) {
    this.feed = feed;
    this.grid = h('ul', { class: 'grid', 'aria-label': 'Images, newest first' });
    this.foot = h('div', { class: 'grid-foot' });
    this.selection = new Selection(() => this.reload());
    this.element = h('div', { class: 'wall' }, this.grid, this.foot, this.selection.element);
    this.more = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && this.next(), { rootMargin: '800px' });
    this.changes = soon(() => this.#refresh());
    this.heard = (e) => this.#mark(e.detail);
    this.resync = () => this.reload({ quiet: true });
    this.renew = () => this.reload();
  }

  start() {
    this.feed.addEventListener('status', this.heard);
    this.feed.addEventListener('resync', this.resync);
    addEventListener('credential', this.renew);
    this.reload();
    this.more.observe(this.foot);
  }

  stop() {
    this.feed.removeEventListener('status', this.heard);
    this.feed.removeEventListener('resync', this.resync);
    removeEventListener('credential', this.renew);
    this.more.disconnect();
    this.#loading?.abort();
    this.#dirty.clear();
    this.changes.stop();
  }

  filters() {
    const set = (name) => (e) => {
      this.#filter[name] = e.target.value.trim();
      this.reload();
    };
    const choices = [['', 'All'], ...Object.entries(STATUS)].map(([value, name]) =>
      h('label', {}, h('input', { type: 'radio', name: 'status', value, checked: value === '', onchange: set('status') }), h('span', {}, name)));
    const category = categorySelect('Category', { any: 'Every category', hiddenLabel: true });
    category.select.addEventListener('change', set('category'));
    const reference = h('input', { class: 'input', type: 'search', placeholder: 'Reference id', 'aria-label': 'Filter by reference id', onchange: set('referenceId') });
    return h('div', { class: 'row filters' },
      h('fieldset', { class: 'segments' }, h('legend', { class: 'hidden-text' }, 'Status'), choices), category.element, reference);
  }

  #query(cursor, limit) {
    const query = new URLSearchParams({ limit });
    for (const [name, value] of Object.entries(this.#filter)) if (value) query.set(name, value);
    if (cursor) query.set('cursor', cursor);
    return `/api/v1/images?${query}`;
  }

  /** Reads from the newest on; quietly keeps what is shown until the answer is there. */
  async reload({ quiet = false } = {}) {
    this.#loading?.abort();
    const limit = quiet ? Math.min(100, Math.max(PAGE, this.#cards.size)) : PAGE;
    if (!quiet) this.#ghosts();
    await this.#load(null, limit, (items) => {
      this.grid.replaceChildren();
      const old = this.#cards;
      this.#cards = new Map();
      items.forEach((item) => this.#put(item, old.get(item.id), false));
      this.selection.keep(this.#cards);
    });
  }

  next() {
    if (this.#cursor && !this.#loading) this.#load(this.#cursor, PAGE, (items) => items.forEach((i) => this.#put(i, null, false)));
  }

  async #load(cursor, limit, take) {
    const loading = new AbortController();
    this.#loading = loading;
    this.grid.setAttribute('aria-busy', 'true');
    try {
      const page = await get(this.#query(cursor, limit), { signal: loading.signal });
      this.#cursor = page.nextCursor;
      take(page.items);
      this.#ended();
      if (cursor) announce(`${page.items.length} more images`);
    } catch (error) {
      if (error.name === 'AbortError') return;
      this.#failed(error);
    } finally {
      if (this.#loading === loading) {
        this.#loading = null;
        this.grid.removeAttribute('aria-busy');
        if (this.#dirty.size) this.changes.ask();
      }
    }
    // The end may still be in sight when the pictures are few and the window is tall.
    if (this.#cursor) {
      this.more.unobserve(this.foot);
      this.more.observe(this.foot);
    }
  }

  #ghosts() {
    this.#cards.clear();
    this.grid.replaceChildren(...Array.from({ length: 8 }, () => h('li', { class: 'card ghost', 'aria-hidden': 'true' })));
    this.foot.replaceChildren();
  }

  #ended() {
    if (this.#cards.size === 0) {
      const filtered = Object.values(this.#filter).some(Boolean);
      this.foot.replaceChildren(h('div', { class: 'empty' }, emptyPicture(),
        h('h2', {}, filtered ? 'Nothing matches' : 'No images yet'),
        h('p', {}, filtered ? 'Try another status, category or reference.' : 'Drop some anywhere on this page.')));
    } else {
      this.foot.replaceChildren(h('p', { class: 'muted small' }, this.#cursor ? 'Loading more' : 'That is everything'));
    }
  }

  #failed(error) {
    const { text, code, trace } = explain(error, 'images:read');
    this.grid.querySelectorAll('.ghost').forEach((g) => g.remove());
    this.foot.replaceChildren(h('div', { class: 'problem', role: 'alert' }, h('strong', {}, text),
      h('code', {}, [code, trace && `trace ${trace}`].filter(Boolean).join(' · ')), ' ',
      h('button', { type: 'button', class: 'button small', onclick: () => this.reload() }, 'Try again')));
  }

  #put(item, known, first) {
    const el = known ?? this.#cards.get(item.id) ?? card(item, this.selection);
    updateCard(el, item, this.selection);
    if (!el.isConnected) this.grid[first ? 'prepend' : 'append'](el);
    this.#cards.set(item.id, el);
  }

  #mark({ imageId, oldStatus }) {
    // What a page on its way will show is not known yet.
    if (!this.#loading && !this.#concerns(imageId, !oldStatus)) return;
    this.#dirty.set(imageId, this.#dirty.get(imageId) || !oldStatus);
    this.changes.ask();
  }

  #concerns(id, isNew) {
    return isNew || this.#cards.has(id) || this.#filter.status !== '';
  }

  /** Reads again what changed, never beside a page: the page's answer may be older than the change. */
  async #refresh() {
    if (this.#loading) return; // its end asks again
    const ids = [...this.#dirty].filter((heard) => this.#concerns(...heard)).map(([id]) => id);
    this.#dirty.clear();
    if (ids.length > 12) return this.reload({ quiet: true });
    await Promise.all(ids.map((id) => this.#read(id)));
    if (ids.length) this.#ended();
  }

  async #read(id) {
    try {
      const item = await get(`/api/v1/images/${id}`);
      if (!this.#matches(item)) this.#drop(id);
      else if (this.#cards.has(id)) this.#put(item, null, false);
      else this.#place(item);
    } catch (error) {
      if (error.status === 404) this.#drop(id);
    }
  }

  /** Only what is newer than the newest shown belongs on top; older ones come by scrolling. */
  #place(item) {
    const newest = this.grid.querySelector('.card:not(.ghost)');
    if (!newest || item.createdAt >= newest.dataset.created) this.#put(item, null, true);
    else this.reload({ quiet: true });
  }

  #matches(item) {
    return Object.entries(this.#filter).every(([name, value]) => !value || item[name] === value);
  }

  #drop(id) {
    if (this.#filter.status === 'DELETED') return;
    this.#cards.get(id)?.remove();
    this.#cards.delete(id);
    this.selection.remove(id);
  }
}
