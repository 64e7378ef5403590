/** The small bot that every library plays: what it registers, and what it answers. */

export const commands = [
  { name: 'answer', description: 'Answer at once' },
  { name: 'defer', description: 'Answer later' },
  { name: 'button', description: 'Answer with a button' },
  { name: 'modal', description: 'Ask for a text, and answer with it' },
  {
    name: 'suggest',
    description: 'Suggest topics',
    options: [{ type: 3, name: 'topic', description: 'Which', required: true, autocomplete: true }],
  },
];

export const answers = { answer: 'An answer', defer: 'A late answer', button: 'A question', pressed: 'Pressed' };

/** A row with a button. */
export const buttons = [{ type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'press' }] }];

export const modal = {
  title: 'Ask',
  custom_id: 'ask',
  components: [{ type: 1, components: [{ type: 4, custom_id: 'text', label: 'What?', style: 1 }] }],
};

export const choices = [{ name: 'Power', value: 'power' }];

/** A card of the second version of components. */
export const card = [{ type: 17, components: [{ type: 10, content: '# A card' }, { type: 14 }, { type: 10, content: 'Below the line' }] }];

/** The flag for it. */
export const isComponentsV2 = 1 << 15;
