'use strict';
// The page: one company, its answer, and what changes when figures change. Texts come in by
// textContent only, figures stay texts of exact digits, sums are made of whole fen.
const at = id => document.getElementById(id);
const state = {language: navigator.language.startsWith('zh') ? 'zh' : 'en', token: '', company: null, profile: null, base: null, shown: 8, round: 0};
const words = () => WORDS[state.language];
const say = both => (both && (both[state.language] || both.zh || both.en)) || '';
const LEVERS = {
  rnd: ['rd_expense_tax', 'rd_expense_total', 'rd_expense_domestic'],
  staff: ['employees_total', 'stat_employees', 'cit_avg_headcount', 'employees_in_service', 'ui_insured_avg'],
  revenue: ['sales_revenue', 'operating_revenue', 'main_business_revenue'],
};

function make(tag, look, text, ...inside) {
  const one = document.createElement(tag);
  if (look) one.className = look;
  if (text) one.textContent = text;
  one.append(...inside);
  return one;
}

async function ask(path, body) {
  const answer = await fetch(path, {
    method: body ? 'POST' : 'GET', body: body && JSON.stringify(body), credentials: 'omit',
    headers: {Authorization: 'Bearer ' + state.token, ...(body && {'Content-Type': 'application/json'})},
  });
  if (answer.status === 401) { sessionStorage.removeItem('token'); at('enter').hidden = false; throw new Error(words().gone); }
  const told = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(told ? (state.language === 'zh' ? told.title_zh : told.title) : words().failed);
  return told;
}

function trouble(bad) {
  at('trouble').textContent = bad ? bad.message : '';
  at('trouble').hidden = !bad;
}

// Exact figures: fen as BigInt.
function fen(text) {
  const [whole, part = ''] = text.replace('-', '').split('.');
  const made = BigInt(whole) * 100n + BigInt((part + '00').slice(0, 2));
  return text.startsWith('-') ? -made : made;
}
function figure(text, unit) {
  const [whole, part] = text.split('.');
  const shown = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part && !/^0*$/.test(part) ? '.' + part.slice(0, 4) : '');
  const name = unit === undefined ? '' : words().units[unit] ?? unit;
  return name ? shown + ' ' + name : shown;
}
function money(of) {
  const sign = of < 0n ? '-' : '', size = of < 0n ? -of : of;
  const part = size % 100n;
  return sign + figure(String(size / 100n) + (part ? '.' + String(part).padStart(2, '0') : ''), '元');
}
function amount_text(grant) {
  const {is, low, high} = grant.amount, unit = grant.unit;
  if (is === 'exact') return figure(low, unit);
  if (is === 'interval' && low && high) return figure(low) + ' ' + words().upto + ' ' + figure(high, unit);
  if (is === 'interval' && (low || high)) return (low ? words().at_least : words().at_most) + ' ' + figure(low || high, unit);
  return is === 'none' ? '' : words().unknown;
}

// What the groups of the rule set leave of a policy's benefits of one kind: of several readings of a
// text the least and the most, of several groups the least. Undefined where no group compares them.
function left_by_groups(one, kind, groups) {
  const ends = new Map();
  for (const effect of one.groups || []) {
    const of = groups.get(effect.group);
    if (!of || of.kind !== kind || of.unit !== '元') continue;
    const low = effect.paid.low ? fen(effect.paid.low) : 0n, high = effect.paid.high ? fen(effect.paid.high) : null;
    const held = ends.get(effect.group);
    ends.set(effect.group, !held ? {low, high} : {low: low < held.low ? low : held.low, high: high === null || held.high === null ? null : high > held.high ? high : held.high});
  }
  return [...ends.values()].reduce((least, one) => !least ? one : {
    low: one.low < least.low ? one.low : least.low,
    high: least.high === null || (one.high !== null && one.high < least.high) ? one.high : least.high,
  }, undefined);
}
// Kinds are never added up with one another: what is paid out, and what is not taken. What groups
// displace or cap counts as they leave it; what may only be applied for is promised to nobody. `high`
// is null where an amount has no upper end or is open.
function totals(answer) {
  const made = {cash: {low: 0n, high: 0n}, tax: {low: 0n, high: 0n}, rights: 0};
  const groups = new Map((answer.groups || []).map(one => [one.group, one]));
  for (const one of answer.decisions) {
    if (one.verdict !== 'eligible' || one.standing === 'displaced' || one.discretionary) continue;
    const is_counted = grant => made[grant.kind] && grant.kind !== 'rights' && grant.unit === '元' && grant.amount.is !== 'null';
    const counted = one.grants.filter(is_counted);
    if (!counted.length) made.rights += 1;
    for (const kind of new Set(counted.map(grant => grant.kind))) {
      const left = left_by_groups(one, kind, groups), grants = counted.filter(grant => grant.kind === kind).map(grant => grant.amount);
      const low = left ? left.low : grants.reduce((sum, {low}) => sum + (low ? fen(low) : 0n), 0n);
      const high = left ? left.high : grants.reduce((sum, {high}) => sum === null || !high ? null : sum + fen(high), 0n);
      const sum = made[kind];
      if (one.standing !== 'open') sum.low += low;
      sum.high = sum.high === null || high === null ? null : sum.high + high;
    }
  }
  return made;
}
function total_text({low, high}) {
  if (high === null) return `${words().at_the_least} ${money(low)}`;
  return low === high ? money(low) : `${money(low)} – ${money(high)}`;
}

function cite_line(cite, extra) {
  if (!cite || !cite.document) return '';
  const line = make('p', 'cite', `${words().basis}: ${cite.document}${cite.clause ? ' ' + cite.clause : ''}${extra || ''}`);
  if (!cite.verified) line.append(make('span', 'warn', ` · ${words().unverified}`));
  return line;
}

// Leaves of a clause that fail, with the comparison that says how far.
function failing(clauses) {
  return clauses.flatMap(one => one.outcome === 'met' ? [] : one.children && one.children.length ? (failing(one.children).length ? failing(one.children).slice(0, 1) : [one]) : one.outcome === 'unmet' ? [one] : []);
}
function comparison(step) {
  if (!step) return null;
  if (step.step === 'comparison' && step.distance !== undefined && step.result === false) return step;
  for (const part of step.parts || []) { const found = comparison(part); if (found) return found; }
  return null;
}
function distance_line(clause) {
  const line = make('p', '', `${words().condition}: ${say(clause.label) || clause.clause}`);
  const by = comparison(clause.because);
  if (!by || by.distance === '0') return line;
  const own = by.parts && by.parts[0] && by.parts[0].result;
  const is_share = step => (typeof step.result === 'string' && step.result.includes('.')) || (step.formula || '').includes('%');
  const limit = by.parts && by.parts[1];
  const ratio = !by.distance_unit && limit && Math.abs(Number(limit.result)) <= 1 && by.parts.some(is_share);
  const shown = text => ratio ? figure(String(Number((Number(text) * 100).toPrecision(6))), '%') : figure(text, by.distance_unit);
  if (typeof own === 'string') line.append(` · ${words().has} ${shown(own)}`);
  line.append(' · ', make('span', 'gap', `${by.relation && by.relation.startsWith('<') ? words().over : words().short} ${shown(by.distance)}`));
  return line;
}
function nearness(why) {
  const open = failing(why.clauses), by = open.map(one => comparison(one.because)).filter(Boolean);
  const relative = by.map(step => { const limit = step.parts && step.parts[1] ? Math.abs(Number(step.parts[1].result)) : 0; return limit ? Math.abs(Number(step.distance)) / limit : 1; });
  return open.length * 10 - by.length * 4 + Math.min(3, relative.reduce((sum, one) => sum + one, 0));
}

function head(why) {
  const top = make('div', 'top', '', make('span', 'name', say(why.title)));
  if (words()[why.redemption]) top.firstChild.append(make('span', 'tag', words()[why.redemption]));
  return top;
}
function eligible_card(why) {
  const top = head(why), seen = new Set();
  const card = make('li', '', '', top);
  if (why.standing === 'displaced' || why.standing === 'open') top.firstChild.append(make('span', 'tag warn', words()[why.standing]));
  for (const grant of why.grants) {
    const text = amount_text(grant) || say(grant.label) || words().right;
    top.append(make('span', 'amount', text, make('small', '', ' ' + (words().kinds[grant.kind] || grant.kind))));
    const key = grant.cite && grant.cite.document + grant.cite.clause;
    if (key && !seen.has(key)) { seen.add(key); card.append(cite_line(grant.cite)); }
  }
  if (!seen.size && why.clauses.length) card.append(cite_line(why.clauses[0].cite));
  return card;
}
function undetermined_card(why) {
  const card = make('li', '', '', head(why));
  for (const one of why.missing) {
    const who = one.holder_label ? `${words().held} ${say(one.holder_label)} ${words().holds}` : words().nobody;
    card.append(make('p', '', '', make('span', 'needs', `${words().missing}: ${say(one.label)}${one.year ? ` (${one.year})` : ''}`), ` · ${who}`));
  }
  return card;
}
// What the library's `reach` found: of each field by itself the smallest change, or that none does.
function move_line(one) {
  const told = value => one.by !== undefined ? figure(value, one.unit) : typeof value === 'boolean' ? words()[value ? 'yes' : 'no'] : String(value);
  const name = `${say(one.label) || one.field}${one.year ? ` (${one.year})` : ''}: `;
  if (one.state === 'never' || one.state === 'unproven') return make('li', 'hint', name + words()[one.state]);
  const from = typeof one.from === 'object' && one.from ? words().empty_field : told(one.from);
  const by = one.by === undefined ? '' : ` (${one.by.startsWith('-') ? '' : '+'}${figure(one.by, one.unit)})`;
  return make('li', '', name, make('span', 'gap', `${from} → ${told(one.to)}${by}`), one.state === 'settles' ? ` · ${words().settles}` : '');
}
function reach_button(why) {
  const button = make('button', 'reach', words().reach), place = make('div');
  button.type = 'button';
  const look = async () => {
    const changes = changes_wanted();
    const told = await ask('/v1/reach', {company: state.company.uscc, as_of: at('day').value, policy: why.policy, ...(Object.keys(changes).length && {changes})});
    const order = ['reached', 'settles', 'unproven', 'never'];
    const fields = told.fields.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
    place.replaceChildren(make('ul', 'moves', '', ...(fields.length ? fields.map(move_line) : [make('li', 'hint', words().no_move)])));
  };
  button.addEventListener('click', () => look().then(() => trouble(null), trouble));
  place.append(button);
  return place;
}
function ineligible_card(why) {
  const card = make('li', '', '', head(why)), open = failing(why.clauses);
  for (const one of open) card.append(distance_line(one));
  if (open.length) card.append(cite_line(open[0].cite));
  card.append(reach_button(why));
  return card;
}

function fill(id, list, card, limit) {
  at('count_' + id).textContent = at('jump_' + id).textContent = list.length;
  at(id).replaceChildren(...list.slice(0, limit).map(card));
  if (!list.length) at(id).append(make('li', '', words().none_here));
}
function worth(why) {
  return why.grants.reduce((most, one) => { const size = one.amount.low ? fen(one.amount.low) : 0n; const value = one.kind === 'cash' ? size * 1000n : one.kind === 'tax' ? size * 10n : size; return value > most ? value : most; }, 0n);
}
function show(explanations, answer) {
  const of = verdict => explanations.filter(one => one.verdict === verdict);
  const sums = totals(answer);
  at('total').replaceChildren(make('span', '', `${words().kinds.cash} ${total_text(sums.cash)}`), make('span', '', `${words().kinds.tax} ${total_text(sums.tax)}`));
  at('also').textContent = words().and_rights(sums.rights);
  fill('eligible', of('eligible').sort((a, b) => worth(b) > worth(a) ? 1 : worth(b) < worth(a) ? -1 : 0), eligible_card, 999);
  fill('undetermined', of('undetermined'), undetermined_card, 999);
  const rest = of('ineligible').map(one => [nearness(one), one]).sort((a, b) => a[0] - b[0]).map(one => one[1]);
  fill('ineligible', rest, ineligible_card, state.shown);
  at('more').hidden = rest.length <= state.shown;
}

function on_record(field, year) {
  const held = state.profile[field];
  const own = held && typeof held === 'object' ? held[year] : undefined;
  return typeof own === 'number' ? own : undefined;
}
function build_sliders() {
  const year = state.base.year;
  at('sliders').replaceChildren(...Object.keys(LEVERS).map(name => {
    const field = LEVERS[name].find(one => on_record(one, year) !== undefined);
    const now = field === undefined ? undefined : on_record(field, year);
    const input = make('input'), shown = make('output');
    Object.assign(input, {type: 'range', id: 'lever_' + name, min: 0, max: 200, step: 5, value: 100, disabled: !now});
    input.dataset.name = name;
    shown.htmlFor = input.id;
    const tell = () => { const value = now === undefined ? words().empty_field : figure(String(Math.round(now * input.value / 100)), name === 'staff' ? '人' : '元'); shown.textContent = value; input.setAttribute('aria-valuetext', value); };
    input.addEventListener('input', () => { tell(); later(); });
    tell();
    const label = make('label', '', '', make('span', '', `${words()[name]} `, make('small', '', words().of_year(year))), shown);
    label.htmlFor = input.id;
    return make('div', 'slider', '', label, input);
  }));
}
function changes_wanted() {
  const made = {};
  for (const input of document.querySelectorAll('#sliders input')) {
    if (Number(input.value) === 100) continue;
    for (const field of LEVERS[input.dataset.name]) {
      const now = on_record(field, state.base.year);
      if (now !== undefined) made[field] = {[state.base.year]: Math.round(now * input.value / 100)};
    }
  }
  return made;
}
let timer = 0;
function later() { clearTimeout(timer); timer = setTimeout(() => compare().catch(trouble), 150); }

function tell_changes(told) {
  const before = new Map(told.before.decisions.map(one => [one.policy, one])), groups = {gain: [], lose: [], differ: []};
  const total = one => one.grants.filter(g => g.amount.low).map(g => amount_text(g)).join(' + ');
  for (const one of told.after.decisions) {
    if (!told.changed.includes(one.policy)) continue;
    const old = before.get(one.policy);
    if (one.verdict === 'eligible' && old.verdict !== 'eligible') groups.gain.push(`${say(one.title)} ${total(one)}`);
    else if (old.verdict === 'eligible' && one.verdict !== 'eligible') groups.lose.push(`${say(one.title)} ${total(old)}`);
    else if (one.verdict === 'eligible') groups.differ.push(`${say(one.title)}: ${total(old)} → ${total(one)}`);
  }
  const parts = Object.keys(groups).filter(key => groups[key].length).flatMap(key => [make('h3', key, words()[key]), make('ul', '', '', ...groups[key].map(text => make('li', '', text)))]);
  at('changes').replaceChildren(...(parts.length ? parts : [make('p', 'hint', words().no_change)]));
  const now = totals(told.before), then = totals(told.after);
  const lines = ['cash', 'tax'].flatMap(kind => {
    const low = then[kind].low - now[kind].low, high = then[kind].high === null || now[kind].high === null ? low : then[kind].high - now[kind].high;
    const by = low || high, mark = low || !high ? '' : words().upper + ' ';
    return by ? [`${words().kinds[kind]} ${mark}${by > 0n ? '+' : ''}${money(by)}`] : [];
  });
  at('shift').textContent = lines.join(' · ');
}
async function compare() {
  const changes = changes_wanted(), round = ++state.round;
  if (!Object.keys(changes).length) {
    at('changes').replaceChildren(); at('shift').textContent = '';
    return show(state.base.explanations, state.base);
  }
  const common = {company: state.company.uscc, as_of: at('day').value, changes};
  const [told, why] = await Promise.all([ask('/v1/what-if', common), ask('/v1/explain', common)]);
  if (round !== state.round) return;  // an older answer than the sliders
  trouble(null);
  tell_changes(told);
  show(why.explanations, told.after);
}

async function open_company(one) {
  state.company = one; state.shown = 8;
  const round = ++state.round, common = {company: one.uscc, as_of: at('day').value};
  const [record, made, why] = await Promise.all([ask('/v1/companies/' + one.uscc), ask('/v1/match', common), ask('/v1/explain', common)]);
  if (round !== state.round) return;
  trouble(null);
  state.profile = record.profile;
  state.base = {...made, explanations: why.explanations};
  render();
}
function render() {
  for (const one of document.querySelectorAll('#companies button')) one.setAttribute('aria-pressed', String(state.company && one.dataset.uscc === state.company.uscc));
  if (!state.base) return;
  at('answer').hidden = false;
  at('who').textContent = `${state.company.name} · ${state.company.uscc}`;
  at('changes').replaceChildren(); at('shift').textContent = '';
  at('proof').textContent = `${words().sum_note} · ${words().proof(state.base.as_of, state.base.year, state.base.digest.slice(0, 16))} · sudui ${state.base.engine} · ${state.base.decision_id}`;
  build_sliders();
  show(state.base.explanations, state.base);
}
async function search() {
  const {companies} = await ask('/v1/companies?q=' + encodeURIComponent(at('search').value.trim()));
  at('companies').replaceChildren(...companies.map(one => {
    const button = make('button', '', one.name);
    button.type = 'button'; button.dataset.uscc = one.uscc;
    button.addEventListener('click', () => open_company(one).catch(trouble));
    return make('li', '', '', button);
  }));
  if (!companies.length) at('companies').append(make('li', 'hint', words().no_company));
  if (companies.length === 1 && !state.company) await open_company(companies[0]);
  render_pressed();
}
function render_pressed() {
  for (const one of document.querySelectorAll('#companies button')) one.setAttribute('aria-pressed', String(Boolean(state.company) && one.dataset.uscc === state.company.uscc));
}
function translate() {
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  document.title = words().title;
  for (const one of document.querySelectorAll('[data-word]')) one.textContent = words()[one.dataset.word];
  at('language').textContent = words().other;
  render();
}
async function enter() {
  at('enter').hidden = Boolean(state.token); at('pick').hidden = !state.token;
  if (!state.token) return;
  await search();
  sessionStorage.setItem('token', state.token);
}

function start() {
  const given = new URLSearchParams(location.hash.slice(1));
  state.token = given.get('token') || sessionStorage.getItem('token') || '';
  if (given.has('lang')) state.language = given.get('lang') === 'en' ? 'en' : 'zh';
  at('day').value = given.get('day') || new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  history.replaceState(null, '', location.pathname);  // the token does not stay in the address
  at('enter').addEventListener('submit', event => { event.preventDefault(); state.token = at('token').value.trim(); at('token').value = ''; trouble(null); enter().catch(trouble); });
  at('search').addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(() => search().catch(trouble), 200); });
  at('language').addEventListener('click', () => { state.language = state.language === 'zh' ? 'en' : 'zh'; translate(); });
  at('day').addEventListener('change', () => { if (state.company && at('day').value) open_company(state.company).catch(trouble); });
  at('more').addEventListener('click', () => { state.shown = 9999; compare().catch(trouble); });
  at('reset').addEventListener('click', () => { build_sliders(); compare().catch(trouble); });
  translate();
  enter().catch(trouble);
}
start();
