import type { World } from '../engine/world.ts';
import type { Caption } from './scene.ts';

export const captionOf = (_world: World): Caption => ({
  title: '',
  detail: '',
  tone: 'plain',
  about: null,
});
