// Tells whether the service is there: a dot always, a banner when it is gone and when it is back.
import { h } from './dom.js';

const WORDS = { connecting: 'Connecting', live: 'Live', lost: 'Offline' };

export function startBanner(feed) {
  const live = document.getElementById('live');
  const banner = document.getElementById('banner');
  let gone = false;
  let hide = null;
  feed.addEventListener('state', (e) => {
    const { state, status } = e.detail;
    live.dataset.state = state;
    live.querySelector('#live-text').textContent = WORDS[state];
    if (state === 'lost' && !gone) lost(status);
    if (state === 'live' && gone) back();
  });

  function lost(status) {
    gone = true;
    clearTimeout(hide);
    const denied = status === 401 || status === 403;
    const text = denied
      ? 'The service wants to know who you are: put a token or key into the settings.'
      : 'The service cannot be reached. Nothing you see is lost; trying again by itself.';
    const again = h('button', { type: 'button', class: 'button small', onclick: () => feed.again() }, 'Try now');
    banner.replaceChildren(h('span', {}, text), again);
    banner.dataset.kind = 'gone';
    banner.hidden = false;
  }

  function back() {
    gone = false;
    banner.replaceChildren(h('span', {}, 'The service is back. Everything is up to date again.'));
    banner.dataset.kind = 'back';
    hide = setTimeout(() => (banner.hidden = true), 4000);
  }
}
