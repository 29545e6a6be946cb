// A list one puts in order: by pointer (mouse, pen, finger) on the handle, or by arrow keys on it.
import { h, announce, icon, iconButton, ICONS } from './dom.js';

/** Gives {element, show(items, remove)}; `changed(ids)` is called with the new order. */
export function sortable(changed) {
  const element = h('ol', { class: 'sortable', 'aria-label': 'Images in order' });
  const ids = () => [...element.children].map((li) => li.dataset.id);

  const move = (id, by) => {
    const order = ids();
    const from = order.indexOf(id);
    const to = Math.max(0, Math.min(order.length - 1, from + by));
    if (to === from) return;
    order.splice(to, 0, order.splice(from, 1)[0]);
    changed(order);
    element.querySelector(`[data-id="${CSS.escape(id)}"] .handle`)?.focus();
    announce(`Moved to place ${to + 1} of ${order.length}`);
  };

  const keys = (e, id) => {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity }[e.key];
    if (by === undefined) return;
    e.preventDefault();
    move(id, by);
  };

  const drag = (e, li) => {
    if (e.button !== 0) return;
    e.preventDefault();
    const before = ids().join();
    const handle = e.currentTarget;
    handle.setPointerCapture(e.pointerId);
    li.classList.add('dragged');
    const over = (m) => {
      const target = document.elementFromPoint(m.clientX, m.clientY)?.closest('.sortable > li');
      if (!target || target === li || target.parentNode !== element) return;
      const order = [...element.children];
      if (order.indexOf(target) > order.indexOf(li)) target.after(li);
      else target.before(li);
    };
    const drop = () => {
      handle.removeEventListener('pointermove', over);
      li.classList.remove('dragged');
      if (ids().join() !== before) changed(ids());
    };
    handle.addEventListener('pointermove', over);
    handle.addEventListener('lostpointercapture', drop, { once: true });
    handle.addEventListener('pointerup', () => handle.hasPointerCapture(e.pointerId) && handle.releasePointerCapture(e.pointerId), { once: true });
  };

  const show = (items, remove) => {
    element.replaceChildren(...items.map((item, i) => {
      const li = h('li', { data: { id: item.id } });
      const handle = h('button', { type: 'button', class: 'handle', 'aria-label': `${item.name}, place ${i + 1} of ${items.length}: move with the arrow keys`, title: 'Drag, or use the arrow keys' }, icon(ICONS.grip));
      handle.addEventListener('pointerdown', (e) => drag(e, li));
      handle.addEventListener('keydown', (e) => keys(e, item.id));
      li.append(h('span', { class: 'place number', 'aria-hidden': 'true' }, String(i + 1)),
        h('a', { href: `#/images/${item.id}`, 'aria-label': `Open ${item.name}` }, item.picture),
        h('span', { class: 'sortable-foot' }, handle, item.fresh ? h('span', { class: 'chip', data: { status: 'READY' } }, 'New') : null,
          iconButton(`Take ${item.name} out`, 'close', () => remove(item.id))));
      return li;
    }));
  };
  return { element, show };
}
