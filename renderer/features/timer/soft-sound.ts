const PITCH_HZ = 523
const LENGTH_S = 0.5
const LOUDEST = 0.08

/** A short, soft tone, so many times: made here, no file. Silent where the browser waits for a first key or press. */
export function softSound(times: number): void {
  const context = new AudioContext()
  for (let at = 0; at < times; at++) {
    const from = context.currentTime + at * LENGTH_S
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = PITCH_HZ
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(LOUDEST, from + 0.05)
    volume.gain.exponentialRampToValueAtTime(0.001, from + LENGTH_S)
    tone.connect(volume).connect(context.destination)
    tone.start(from)
    tone.stop(from + LENGTH_S)
    if (at === times - 1) tone.onended = () => void context.close()
  }
}
