// What an operator can do: degradation switches, time, admission, audit, drain.
import { $, el } from './dom.js';
import { t } from './choices.js';
import { count, moment } from './numbers.js';
import { live } from './live.js';
import { act } from './asking.js';

const speeds = [1, 10, 60, 300, 1000, 0];
export const offered = kind => (live.host?.offered ?? '').split(', ').includes(kind);

let switchesDrawn = '';
export function drawSwitches(tick) {
  const state = JSON.stringify([tick.switches, live.host.offered, document.documentElement.lang]);
  if (state === switchesDrawn) return; // a button that is being pressed must not be replaced
  switchesDrawn = state;
  $('switches').replaceChildren(
    ...tick.switches.map(one => {
      const flip = !one.on,
        word = t(flip ? 'turn on' : 'turn off');
      return el(
        'li',
        { 'data-switch': one.switch, 'data-on': String(one.on) },
        el('span', { class: 'dot' + (one.on ? ' warn' : ' dim') }),
        el('b', {}, `${t(one.switch).replaceAll('-', ' ')}: ${t(one.on ? 'on' : 'off')}`),
        el(
          'button',
          {
            type: 'button',
            class: flip ? 'danger' : '',
            disabled: !offered('Switches'),
            onclick: () =>
              act({
                title: `${word}: ${one.switch.replaceAll('-', ' ')}`,
                text:
                  'This changes what buyers and sellers can do, at once and for everybody. ' +
                  'It is kept with your name and reason.',
                reason: true,
                method: 'PUT',
                path: '/api/v1/switches/' + one.switch,
                body: why => ({ on: flip, who: 'console', why }),
              }),
          },
          word,
        ),
        el(
          'small',
          {},
          one.who
            ? `${one.who}: ${one.why}, since ${moment(one.since)}` +
                (one.until ? ', until ' + moment(one.until) : '')
            : 'never touched',
        ),
      );
    }),
  );
}

let controlsDrawn = '';
export function drawControls(tick) {
  const state = JSON.stringify([
    tick.state,
    tick.speed,
    tick.admitted,
    live.host.offered,
    document.documentElement.lang,
  ]);
  if (
    state === controlsDrawn ||
    ($('controls').contains(document.activeElement) && document.activeElement.tagName !== 'BUTTON')
  )
    return;
  controlsDrawn = state;
  const made = [];
  const control = (name, body) => ({ path: '/live/control/' + name, body });
  if (offered('Time')) {
    const paused = tick.state === 'paused';
    made.push(
      el(
        'button',
        {
          type: 'button',
          id: 'pause',
          onclick: () =>
            act({
              title: t(paused ? 'Resume' : 'Pause'),
              text: 'What happens in the simulation stays the same; only when you see it changes.',
              ...control('pause', { paused: !paused }),
            }),
        },
        t(paused ? 'Resume' : 'Pause'),
      ),
    );
    const choice = el(
      'select',
      {
        id: 'speed',
        'aria-label': t('Speed'),
        onchange: async () => {
          await act({
            title: t('Speed'),
            text: `From now on ${choice.value === '0' ? 'as fast as can be' : '×' + choice.value}.`,
            ...control('speed', { speed: Number(choice.value) }),
          });
          choice.blur();
          controlsDrawn = '';
        },
      },
      ...[...new Set([...speeds, tick.speed])].map(speed =>
        el('option', { value: speed, selected: speed === tick.speed }, speed === 0 ? 'max' : '×' + speed),
      ),
    );
    made.push(el('label', {}, t('Speed'), choice));
  }
  if (offered('Admission') && tick.admitted !== undefined) {
    const limit = el('input', {
      type: 'number',
      min: 1,
      max: 100000000,
      value: tick.admitted,
      id: 'admission',
      'aria-label': t('Admission'),
    });
    made.push(
      el('label', {}, t('Admission') + ' /s', limit),
      el(
        'button',
        {
          type: 'button',
          id: 'admit',
          onclick: () =>
            act({
              title: t('Admission'),
              text: `Admit ${count(Number(limit.value))} checkouts a second (rule CAP-1).`,
              ...control('admission', { requestsPerSecond: Number(limit.value) }),
            }),
        },
        'Set',
      ),
    );
  }
  if (offered('Audit'))
    made.push(
      el(
        'button',
        {
          type: 'button',
          id: 'audit',
          onclick: () =>
            act({
              title: t('Run the audit'),
              text: 'Everything is counted again; the market waits meanwhile.',
              ...control('audit'),
            }),
        },
        t('Run the audit'),
      ),
    );
  if (offered('Drain'))
    made.push(
      el(
        'button',
        {
          type: 'button',
          class: 'danger',
          id: 'drain',
          onclick: () =>
            act({
              title: t('Drain this host'),
              text: 'It finishes what it has begun, hands its grains over and stops.',
              ...control('drain'),
            }),
        },
        t('Drain this host'),
      ),
    );
  $('controls').replaceChildren(...made);
}
