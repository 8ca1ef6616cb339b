/// <reference lib="dom" />
import { type LayoutTask, layOut } from './layout.ts';

/** Lays out a network beside the page; tells each step that can be shown. */
self.addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  for (const layout of layOut(data)) self.postMessage(layout);
});
