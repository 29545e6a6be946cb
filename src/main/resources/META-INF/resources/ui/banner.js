// Tells whether the service is there and lets us in: a dot always, a banner when not and when it is well again.
import { denial } from './api.js';
import { h } from './dom.js';
import { openSettings } from './settings.js';

const WORDS = { connecting: 'Connecting', live: 'Live', lost: 'Offline' };
const GONE = 'The service cannot be reached. Nothing you see is lost; trying again by itself.';

export function startBanner(feed) {
  const live = document.getElementById('live');
  const banner = document.getElementById('banner');
  let said = '';
  let hide = null;
  feed.addEventListener('state', (e) => {
    const { state, status } = e.detail;
    const denied = state === 'lost' ? denial(status, 'images:read') : '';
    live.dataset.state = state;
    live.querySelector('#live-text').textContent = denied ? 'No access' : WORDS[state];
    if (state === 'lost') lost(denied);
    if (state === 'live' && said) back();
  });

  function lost(denied) {
    const text = denied || GONE;
    if (text === said) return;
    said = text;
    clearTimeout(hide);
    const [words, act] = denied ? ['Enter a key', () => openSettings(feed)] : ['Try now', () => feed.again()];
    show('gone', text, h('button', { type: 'button', class: 'button small', onclick: act }, words));
  }

  function back() {
    show('back', said === GONE ? 'The service is back. Everything is up to date again.' : 'The service lets you in.');
    said = '';
    hide = setTimeout(() => (banner.hidden = true), 4000);
  }

  function show(kind, text, ...more) {
    banner.replaceChildren(h('span', {}, text), ...more);
    banner.dataset.kind = kind;
    banner.hidden = false;
  }
}
