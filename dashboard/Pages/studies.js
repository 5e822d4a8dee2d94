// Operations: studies that the silos carry out, which silo holds which run, and the slots.
import { $, el, set } from './dom.js';
import { t } from './choices.js';
import { shortName } from './live.js';
import { count, percent } from './numbers.js';

const left = seconds =>
  seconds === undefined
    ? '–'
    : seconds < 90
      ? Math.ceil(seconds) + ' s'
      : seconds < 5400
        ? Math.ceil(seconds / 60) + ' min'
        : (seconds / 3600).toFixed(1) + ' h';

function lease(one) {
  const bar = el('i');
  bar.style.width = percent(one.share);
  return el(
    'span',
    { class: 'lease', 'data-run': one.run, title: one.run },
    `${shortName(one.silo)} `,
    el('span', { class: 'meter' }, bar),
    ` ${percent(one.share, 0)} `,
  );
}

function row(study) {
  const state = study.stopped
    ? el('span', { class: 'bad', title: study.stopped }, ` ${t('stopped')}: ${study.stopped}`)
    : '';
  return el(
    'tr',
    { 'data-study': study.name },
    el('td', { title: study.id }, study.name, state),
    el('td', { class: 'n' }, `${count(study.ended)} / ${count(study.runs)}`),
    el('td', { class: 'n' }, count(study.failed)),
    el('td', { class: 'n' }, study.stopped ? '–' : left(study.secondsLeft)),
    el('td', {}, ...(study.leases.length ? study.leases.map(lease) : ['–'])),
  );
}

export function drawStudies(tick) {
  const { studies, slots } = tick;
  $('studies-panel').hidden = studies.length + slots.length === 0;
  const [busy, all] = slots.reduce((sum, one) => [sum[0] + one.busy, sum[1] + one.slots], [0, 0]);
  set($('studies-sub'), `${count(busy)} / ${count(all)} ${t('slots busy')}`);
  $('studies').tBodies[0].replaceChildren(
    ...(studies.length
      ? studies.map(row)
      : [el('tr', {}, el('td', { colspan: 5, class: 'empty' }, t('no study is open')))]),
  );
  $('slots').replaceChildren(
    ...slots.map(one =>
      el('li', { 'data-slots': one.silo }, el('b', {}, shortName(one.silo)), `${one.busy} / ${one.slots}`),
    ),
  );
}
