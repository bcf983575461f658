/** An app of ours in a workspace of a platform. What it takes to speak there lies sealed: the store cannot read it. */
export interface SealedInstallation {
  readonly workspace: string;
  readonly sealed: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Where somebody installed us. Every promise settles only after what it says is durable. */
export interface InstallationStore {
  /** Of one platform, oldest first. */
  list(platform: string): Promise<readonly SealedInstallation[]>;
  /** A workspace has one; a later one takes its place. */
  save(platform: string, installation: SealedInstallation): Promise<void>;
  /** Takes the installation away, and ends the talks of its workspace with it. Resolves with the number of those talks. */
  remove(platform: string, workspace: string): Promise<number>;
}
