// Preflight: is everything ready before the peak?
import { $, el } from './dom.js';
import { t } from './choices.js';
import { ask } from './live.js';
import { start } from './shell.js';

async function look() {
  const { checks } = await ask('/live/ready');
  $('ready').replaceChildren(
    ...checks.map(check =>
      el(
        'li',
        { class: check.ready ? '' : 'failed', 'data-check': check.name },
        el('span', { class: 'dot' + (check.ready ? '' : ' warn') }),
        el('span', { class: 'what' }, check.name.replaceAll('-', ' ')),
        el('span', { class: 'word' }, check.ready ? t('pass') : 'look'),
        el('small', {}, check.detail),
      ),
    ),
  );
}

const again = () =>
  look().catch(fault => $('ready').replaceChildren(el('li', { class: 'failed' }, fault.message)));
$('again').addEventListener('click', again);
again();
start();
