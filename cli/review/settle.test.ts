// What is filed of a clerk's word, with the adapters of the command line: one commit, aliases, owners, second person.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenLine } from '../../pipeline/filing/evidence.ts';
import { decide } from '../../pipeline/review/approve.ts';
import { ownObservations, type Replayed, replay } from '../../pipeline/review/own-truth.ts';
import { type Settlement, settle } from '../../pipeline/review/settle.ts';
import type { ReviewPorts } from '../../pipeline/review/stored-paper.ts';
import { deposit } from '../../warehouse/deposit.ts';
import type { DepositRequest } from '../../warehouse/deposit-request.ts';
import { answerReuse } from '../../warehouse/reuse.ts';
import { dyingPorts } from '../../warehouse/testing/dying.ts';
import { objectSecret } from '../keys.ts';
import { type Office, openOffice } from '../testing/office.ts';
import { birthCertificate, wayOf } from '../testing/waiting-paper.ts';

let office: Office;
let ports: ReviewPorts;
beforeAll(async () => {
  office = await openOffice();
  ports = await office.wiring.reviewPorts();
}, 60_000);
afterAll(() => office.remove());

let people = 0;
const nextNumber = () => `0792190${String(++people).padStart(5, '0')}`;

async function waiting(made: Parameters<typeof birthCertificate>[0] = {}) {
  const personal = made.personal ?? nextNumber();
  const page = birthCertificate({ number: '12/2019', born: '05/03/2019', ...made, personal });
  const { id } = await wayOf(office, { pages: [page] });
  return { id: id!, personal };
}

const paperOf = async (id: string) => (await ports.registry.paper(id))!;
const say = async (id: string, order: Partial<Omit<Settlement, 'paper'>> = {}) =>
  settle(ports, { paper: await paperOf(id), corrections: [], accept: false, actor: 'Cán Bộ Kiểm', ...order });
const typed = (key: string, value: string | null) => ({ key, value, how: 'typed' as const });

async function papersOf(number: string): Promise<string[]> {
  const owner = await ports.registry.ownerByIdentifier(null, number);
  return owner ? (await ports.registry.papers({ ownerId: owner.id })).map(({ id }) => id) : [];
}

describe('accepting', () => {
  test('of two clerks at once one files the paper, the other is told', async () => {
    const { id } = await waiting();
    const paper = await paperOf(id);
    const order = { paper, corrections: [], accept: true };
    const ends = await Promise.allSettled([
      settle(ports, { ...order, actor: 'Một' }),
      settle(ports, { ...order, actor: 'Hai' }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = ends.find((end) => end.status === 'rejected');
    expect(lost?.reason).toMatchObject({ kind: 'conflict', code: 'warehouse.paper-changed' });
    const events = await ports.registry.events({ paperId: id });
    expect(events.filter(({ kind }) => kind === 'filed')).toHaveLength(1);
  });

  test('a filed paper is not accepted again, an unknown kind is refused', async () => {
    const { id } = await waiting();
    await say(id, { accept: true });
    await expect(say(id, { accept: true })).rejects.toMatchObject({ code: 'review.not-open' });
    await expect(say(id, { kind: 'KHONG_CO' })).rejects.toMatchObject({ code: 'review.no-such-kind' });
  });

  test('the sealed bytes stay as they are', async () => {
    const { id } = await waiting();
    const copy = (await paperOf(id)).legalCopySha256;
    await say(id, { corrections: [typed('so_ky_hieu', '77/2019')], accept: true });
    const files = await ports.registry.files(id);
    expect((await paperOf(id)).legalCopySha256).toBe(copy);
    expect(files.map(({ role }) => role)).toEqual(['evidence', 'facts', 'legal-copy', 'original', 'text']);
    const keys = await office.keys();
    expect(keys).toEqual(expect.arrayContaining(files.map(({ key }) => key)));
  });
});

describe('a kill', () => {
  test('at any call leaves the paper as it was or filed, and the same order again files it once', async () => {
    const layout = office.wiring.layout;
    const store = { ...ports, secret: await objectSecret(layout.keys) };
    for (const when of ['before', 'after'] as const) {
      let filed = false;
      for (let call = 1; !filed; call += 1) {
        const { id } = await waiting();
        const paper = await paperOf(id);
        const dying = dyingPorts(store, { call, when });
        const order = { paper, corrections: [typed('nguoi_ky', 'Lê Thị Lan')], accept: true, actor: 'Kiểm' };
        const mortal = { ...ports, deposit: (request: DepositRequest) => deposit(dying, request) };
        filed = await settle(mortal, order).then(
          () => true,
          () => false,
        );
        const now = await paperOf(id);
        const facts = await ports.registry.facts(id);
        const said = facts.find(({ key }) => key === 'nguoi_ky')?.value === 'Lê Thị Lan';
        expect([now.state, now.code !== null, said]).toEqual(
          now.state === 'filed' ? ['filed', true, true] : ['review', false, false],
        );
        if (now.state === 'review') await settle(ports, order);
        const events = await ports.registry.events({ paperId: id });
        expect(events.filter(({ kind }) => kind === 'filed')).toHaveLength(1);
        const file = (await ports.registry.files(id)).find(({ role }) => role === 'evidence')!;
        expect(brokenLine((await office.bytesOf(file.key)).toString('utf8'))).toBeNull();
      }
    }
  }, 600_000);
});

describe('a filed paper that is corrected', () => {
  test('keeps its code and is found by the one it would have now', async () => {
    const { id } = await waiting();
    const { code } = await say(id, { accept: true });
    const after = await say(id, { corrections: [typed('so_ky_hieu', '21/2019')] });
    expect(after).toMatchObject({ code, state: 'filed', number: '21/2019' });
    const [alias, ...more] = await ports.registry.aliases(id);
    expect([alias, more]).toEqual([code!.replace('12/2019', '21/2019'), []]);
    expect(await ports.registry.paperByCode(alias!)).toEqual(after);
    // Back again: its own code says so already.
    await say(id, { corrections: [typed('so_ky_hieu', '12/2019')] });
    expect(await ports.registry.aliases(id)).toEqual([alias]);
    const hits = await ports.registry.search(alias!, { limit: 50 });
    expect(hits.map(({ paper }) => paper.id)).toEqual([id]);
  });

  test('leaves the Kho of whoever it does not belong to', async () => {
    const { id, personal } = await waiting();
    await say(id, { accept: true });
    expect(await papersOf(personal)).toEqual([id]);
    const right = nextNumber();
    await say(id, { corrections: [typed('so_dinh_danh', right)] });
    expect([await papersOf(personal), await papersOf(right)]).toEqual([[], [id]]);
    await say(id, { corrections: [typed('so_dinh_danh', null)] });
    expect([await papersOf(personal), await papersOf(right)]).toEqual([[], []]);
  });

  test('has every word of the clerk in its chain of evidence', async () => {
    const { id } = await waiting();
    await say(id, { corrections: [typed('nguoi_ky', 'Lê Thị Hòa')] });
    await say(id, { accept: true });
    const file = (await ports.registry.files(id)).find(({ role }) => role === 'evidence')!;
    const chain = (await office.bytesOf(file.key)).toString('utf8');
    expect(brokenLine(chain)).toBeNull();
    const steps = chain
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).step);
    expect(steps.slice(-2)).toEqual(['review-correct', 'review-accept']);
  });

  test('that turns out to be an identity card keeps its facts and nothing else', async () => {
    const { id } = await waiting();
    const before = await ports.registry.files(id);
    await say(id, { kind: 'CAN_CUOC_CONG_DAN', accept: true });
    const files = await ports.registry.files(id);
    expect(files.map(({ role }) => role)).toEqual(['evidence', 'facts']);
    expect(await paperOf(id)).toMatchObject({ state: 'filed', legalCopySha256: null, signatures: 0 });
    const gone = before.filter(({ role }) => ['original', 'legal-copy', 'text'].includes(role));
    const leaving = await ports.registry.abandonedKeys();
    expect(gone).toHaveLength(3);
    for (const { key } of gone) expect(leaving).toContain(key);
    expect(await ports.registry.search('đăng ký khai sinh xã Ví Dụ', { limit: 50 })).not.toContainEqual(
      expect.objectContaining({ paper: expect.objectContaining({ id }) }),
    );
    await expect(say(id, { kind: 'GIAY_KHAI_SINH' })).rejects.toMatchObject({ code: 'review.picture-gone' });
  });
});

describe('approval', () => {
  const secondPerson = ['GIAY_KHAI_SINH'];
  const decideOn = async (id: string, actor: string, verdict: 'approved' | 'rejected' = 'approved') =>
    decide(ports, { paper: await paperOf(id), verdict, actor, secondPerson, reason: 'mất góc' });

  test('is the word of somebody who had no hand in the paper', async () => {
    const { id } = await waiting();
    await expect(decideOn(id, 'Ai Đó')).rejects.toMatchObject({ code: 'review.not-filed' });
    await say(id, { accept: true });
    for (const actor of ['Cán Bộ Quét', 'Cán Bộ Kiểm', ' cán bộ kiểm '])
      await expect(decideOn(id, actor)).rejects.toMatchObject({ code: 'review.second-person' });
    expect(await decideOn(id, 'Lãnh Đạo')).toMatchObject({ approval: 'approved', approvedBy: 'Lãnh Đạo' });
    // What was approved has changed.
    expect(await say(id, { corrections: [typed('nguoi_ky', 'Lê Thị Khác')] })).toMatchObject({
      approval: 'pending',
      approvedBy: null,
    });
  });

  test('refused: the reason stands in the event, and the paper is not offered again', async () => {
    const { id, personal } = await waiting();
    await say(id, { accept: true });
    const ask = async () => {
      const owner = await ports.registry.ownerByIdentifier(null, personal);
      const { kinds } = ports.lists;
      const component = {
        ...{ key: 'x', name: 'x', anyOf: ['GIAY_KHAI_SINH'], required: true, condition: null },
        ...{ form: 'copy', source: 'otherAgency' },
      };
      const procedure = { code: '1', version: 1, components: [component as never] };
      const { registry } = ports;
      const answer = await answerReuse({ registry, procedure, kinds, ownerId: owner!.id, on: '2026-11-22' });
      return answer.components[0]!;
    };
    expect((await ask()).state).toBe('in-kho');
    await decideOn(id, 'Lãnh Đạo', 'rejected');
    expect((await ports.registry.events({ paperId: id })).at(-1)).toMatchObject({
      ...{ kind: 'rejected', actor: 'Lãnh Đạo', note: 'mất góc' },
    });
    expect(await ask()).toMatchObject({ state: 'missing', paper: null });
    // The same decision again changes nothing.
    const { length } = await ports.registry.events({ paperId: id });
    await decideOn(id, 'Lãnh Đạo', 'rejected');
    expect(await ports.registry.events({ paperId: id })).toHaveLength(length);
  });
});

test('what was looked at is a test set that the machine answers again', async () => {
  const { id } = await waiting({ number: '88/2019' });
  const confirmed = { key: 'so_ky_hieu', value: '88/2019', how: 'confirmed' as const };
  await say(id, { corrections: [confirmed, typed('nguoi_ky', 'Lê Thị Huệ')], accept: true });
  const told: Replayed[] = [];
  for await (const fact of replay(ports)) if (fact.paper === id) told.push(fact);
  const field = (name: string) => told.find((fact) => fact.field === name);
  expect(field('kind')).toMatchObject({
    before: 'GIAY_KHAI_SINH',
    now: 'GIAY_KHAI_SINH',
    right: 'GIAY_KHAI_SINH',
  });
  expect(field('so_ky_hieu')).toMatchObject({ before: '88/2019', now: '88/2019', right: '88/2019' });
  expect(field('nguoi_ky')).toMatchObject({ before: 'Lê Thị Hoa', now: 'Lê Thị Hoa', right: 'Lê Thị Huệ' });
  const seen = await ownObservations(ports.registry, ports.lists);
  expect(seen).toContainEqual({ type: 'number', confidence: expect.any(Number), right: true });
  expect(seen).toContainEqual({ type: 'name', confidence: expect.any(Number), right: false });
});
