// Asking an operator: for a key, and before every act.
import { $, set } from './dom.js';
import { t } from './choices.js';
import { headers, reconnect } from './live.js';

function dialog({ title, text, name, value = '', type = 'text', ok, needs = true }) {
  const box = $('ask');
  set($('ask-title'), title);
  set($('ask-text'), text);
  set($('ask-ok'), ok);
  set($('ask-name'), name ?? '');
  $('ask-label').hidden = !name;
  $('ask-label').style.display = name ? '' : 'none';
  Object.assign($('ask-input'), { type, value, required: Boolean(name) && needs });
  return new Promise(done => {
    box.addEventListener('close', () => done(box.returnValue === 'ok' ? $('ask-input').value : null), {
      once: true,
    });
    box.returnValue = '';
    box.showModal();
  });
}

export async function askForKey() {
  const key = await dialog({
    title: t('Key'),
    text: 'The API key to watch, or the operator key to act. It stays in this tab.',
    name: t('Key'),
    type: 'password',
    ok: 'OK',
    needs: false,
  });
  if (key === null) return;
  try {
    if (key) sessionStorage.setItem('key', key);
    else sessionStorage.removeItem('key');
  } catch {
    /* no storage */
  }
  await fetch('/live/key', { method: 'POST', headers: headers(), cache: 'no-store' }).catch(() => {
    /* /live tells */
  });
  reconnect();
}

let toastEnds = 0;
export function toast(text, good = false) {
  set($('toast'), text);
  $('toast').className = good ? 'on good' : 'on';
  clearTimeout(toastEnds);
  toastEnds = setTimeout(() => {
    $('toast').className = '';
  }, 6000);
}

// Every act takes two steps: say what, then confirm it (and why, where a trace is kept).
export async function act({ title, text, reason = false, method = 'POST', path, body }) {
  const why = await dialog({ title, text, name: reason ? 'Why' : null, ok: title });
  if (why === null) return false;
  try {
    const answer = await fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers() },
      body: JSON.stringify(typeof body === 'function' ? body(why) : (body ?? {})),
    });
    if (answer.ok) {
      toast(title + ': done', true);
      return true;
    }
    const problem = await answer.json().catch(() => ({}));
    toast(`${title}: ${problem.title ?? answer.statusText}`);
    if (answer.status === 401 || answer.status === 403) await askForKey();
  } catch {
    toast(title + ': the host did not answer');
  }
  return false;
}
