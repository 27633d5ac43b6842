"""What a <Gather> makes of the keys that a caller presses, one after another."""

from dataclasses import dataclass

from vidya.channels.simulator.twiml_reader import Gather


@dataclass(frozen=True, slots=True)
class KeysGathered:
    """The digits to post, the key that ended them ("" if none did), the keys not used yet."""

    digits: str
    finished_on: str
    left: str


def gather_keys(gather: Gather, keys: str) -> KeysGathered:
    """Collect until `numDigits`, the finish key, or the keys run out (then the timeout ends it).

    The finish key is not part of the digits, and before any digit it is not heard at all, so a
    menu that offers # must set finishOnKey="" (twilio.com/docs/voice/twiml/gather, finishOnKey).
    """
    digits = ""
    for place, key in enumerate(keys, start=1):
        if gather.finish_on_key and key == gather.finish_on_key:
            if digits:
                return KeysGathered(digits, key, keys[place:])
            continue
        digits += key
        if len(digits) == gather.num_digits:
            return KeysGathered(digits, "", keys[place:])
    return KeysGathered(digits, "", "")
