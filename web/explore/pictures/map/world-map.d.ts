/** What `web/bundle.ts` makes of `makeWorld`, in the shape of `World`. */
declare module 'world-map' {
  const world: { land: string; points: Record<string, [longitude: number, latitude: number]> };
  export default world;
}
