// How Node is started for the engine, by the launcher and by whoever measures as it starts.
// Plain JavaScript, because the launcher is.

export const FLAGS = [
  '--disable-warning=ExperimentalWarning',
  // What is thrown away at once needs no large place. V8 would keep up to 48 MB for it, which a
  // program that mostly waits never gives back; with these 8 steps cost the same.
  '--max-semi-space-size=8',
];
