// The system's own keychain: Keychain on macOS, Credential Manager on Windows, Secret Service on
// Linux.
// KC1 loaded with the first use: who keeps no secret never needs it.
// KC2 on Linux only the Secret Service counts; the kernel's keyring forgets when the computer does.

export type Keychain = {
  /** Undefined where there is no such entry; rejects where the keychain cannot be used. */
  get: (account: string) => Promise<string | undefined>;
  set: (account: string, value: string) => Promise<void>;
  remove: (account: string) => Promise<void>;
};

/** The keychain of this computer, entries kept apart by workspace. */
export function systemKeychain(workspace: string): Keychain {
  const entry = async (account: string) => {
    const { AsyncEntry } = await import('@napi-rs/keyring'); // KC1
    const only = { linux: { store: 'secret-service' as const } }; // KC2
    return new AsyncEntry(`interlock ${workspace}`, account, only);
  };
  return {
    get: async (account) => (await (await entry(account)).getPassword()) ?? undefined,
    set: async (account, value) => (await entry(account)).setPassword(value),
    remove: async (account) => void (await (await entry(account)).deleteCredential()),
  };
}
