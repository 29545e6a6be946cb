// For those who keep it running: what waits, how long, what failed, and what to do about it.
import { call, explain, get } from './api.js';
import { h, ask, toast } from './dom.js';
import { age, when } from './format.js';

export const title = 'Operator';
const EVERY = 5000;

export function show(main, { feed }) {
  const problem = h('div', {});
  const tiles = h('dl', { class: 'tiles' });
  const letters = h('div', { class: 'stack' });
  const jobs = h('ul', { class: 'jobs' });
  main.append(h('div', { class: 'stack page' }, h('h1', {}, 'Operator'), problem, tiles,
    h('section', { class: 'panel stack', 'aria-label': 'Dead letters' }, h('h2', {}, 'Dead letters'),
      h('p', { class: 'muted' }, 'Messages that could not be handled. Replaying an image renders it again from its original; discarding deletes it.'), letters),
    h('section', { class: 'panel stack', 'aria-label': 'Sweeps' }, h('h2', {}, 'Sweeps'),
      h('p', { class: 'muted' }, 'Each runs by its own schedule on one pod at a time; here it can be run now.'), jobs)));
  const refresh = async () => {
    try {
      const [overview, dead, names] = await Promise.all([get('/api/v1/admin/overview'), get('/api/v1/admin/dead-letters'), get('/api/v1/admin/sweeps').catch(() => [])]);
      tiles.replaceChildren(...drawTiles(overview));
      jobs.replaceChildren(...names.map((name) => drawJob(name, overview.lastRuns[name], refresh)));
      letters.replaceChildren(drawLetters(dead.items, refresh));
      problem.replaceChildren();
    } catch (error) {
      const { text, code } = explain(error, 'images:admin');
      problem.replaceChildren(h('div', { class: 'problem', role: 'alert' }, h('strong', {}, text), h('code', {}, code)));
    }
  };
  refresh();
  const timer = setInterval(() => document.visibilityState === 'visible' && !document.querySelector('dialog[open]') && refresh(), EVERY);
  feed.addEventListener('resync', refresh);
  return () => {
    clearInterval(timer);
    feed.removeEventListener('resync', refresh);
  };
}

function tile(name, value, note, state = 'fine') {
  return h('div', { class: 'tile', data: { state } }, h('dt', {}, name), h('dd', {}, h('strong', { class: 'number' }, value), h('span', { class: 'muted small number' }, note)));
}

function drawTiles({ queue, outbox, deletions, deadLetters }) {
  const since = ({ oldest }) => (oldest ? Math.max(0, (Date.now() - new Date(oldest)) / 1000) : null);
  const late = (waiting, limit) => (since(waiting) > limit ? 'late' : 'fine');
  return [
    tile('Waiting to be rendered', String(queue.waiting), queue.waiting ? `oldest ${age(since(queue))}` : 'nothing waits', late(queue, 300)),
    tile('Outbox', String(outbox.waiting), outbox.waiting ? `oldest ${age(since(outbox))}` : 'all sent', late(outbox, 60)),
    tile('Objects to be removed', String(deletions.waiting), deletions.waiting ? `oldest ${age(since(deletions))}` : 'all verified gone', late(deletions, 86400)),
    tile('Dead letters', String(deadLetters.waiting), deadLetters.waiting ? 'need a decision' : 'none', deadLetters.waiting ? 'late' : 'fine'),
  ];
}

function drawLetters(items, refresh) {
  if (!items.length) return h('p', { class: 'good' }, 'None. Every message was handled.');
  return h('ul', { class: 'letters' }, items.map((letter) => h('li', {},
    h('div', { class: 'letter-words' },
      h('strong', {}, letter.reason),
      h('span', { class: 'muted small number' }, `${letter.topic} · ${letter.attempts} ${letter.attempts === 1 ? 'attempt' : 'attempts'} · ${when(letter.createdAt)}`),
      letter.imageId ? h('a', { class: 'small mono', href: `#/images/${letter.imageId}` }, letter.imageId) : h('code', {}, letter.key ?? '')),
    h('div', { class: 'row' },
      letter.replayable ? h('button', { type: 'button', class: 'button small primary', 'aria-label': `Replay ${letter.imageId}`, onclick: () => replay(letter, refresh) }, 'Replay') : null,
      h('button', { type: 'button', class: 'button small danger', 'aria-label': `Discard ${letter.imageId ?? letter.id}`, onclick: () => discard(letter, refresh) }, 'Discard')))));
}

async function act(work, done, refresh) {
  try {
    await work();
    toast(done);
  } catch (error) {
    toast('That did not work', { kind: 'error', detail: explain(error).text });
  }
  refresh();
}

const replay = (letter, refresh) => act(() => call('POST', `/api/v1/admin/dead-letters/${letter.id}/replay`), 'Back in the queue', refresh);

async function discard(letter, refresh) {
  const text = letter.imageId ? 'The image becomes deleted. This cannot be undone.' : 'The message is dropped. This cannot be undone.';
  if (await ask('Discard this dead letter?', text, 'Discard')) {
    await act(() => call('DELETE', `/api/v1/admin/dead-letters/${letter.id}`), 'Discarded', refresh);
  }
}

function drawJob(name, lastRun, refresh) {
  return h('li', {}, h('div', {}, h('strong', {}, name), h('span', { class: 'muted small' }, lastRun ? `last run ${when(lastRun)}` : 'has not run yet')),
    h('button', { type: 'button', class: 'button small', 'aria-label': `Run now: ${name}`, onclick: () => act(() => call('POST', `/api/v1/admin/sweeps/${name}`), `Done: ${name}`, refresh) }, 'Run now'));
}
