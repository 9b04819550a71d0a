import { useDevice } from './use-device'

/** DSC3: discreet mode, as this computer keeps it. */
export function useDiscreet() {
  const { device, change } = useDevice()
  const isOn = device.discreet === true
  return {
    isOn,
    /** DSC4: nobody has chosen on this computer yet. */
    isUnasked: device.discreet === null,
    set: (discreet: boolean) => change({ discreet }),
  }
}
