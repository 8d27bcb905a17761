namespace PolicyLint.Catalog;

/// <summary>Why a text before the colon of an action is not the prefix of a service.</summary>
public enum PrefixNoteKind
{
    /// <summary>AWS ended the service; its actions do nothing any more.</summary>
    Retired,

    /// <summary>The service has another prefix now.</summary>
    Renamed,

    /// <summary>The name of an SDK client, endpoint or command, which is not the name that IAM uses.</summary>
    SdkClient,
}

/// <summary>What is known about a service prefix that the catalogue does not have.</summary>
/// <param name="Prefix">The prefix, in lower case.</param>
/// <param name="Kind">Why it is not the prefix of a service.</param>
/// <param name="Replacement">The prefix to write instead, or <see langword="null"/> when there is none.</param>
/// <param name="IsStillAccepted">
/// Whether AWS's own policy validation still accepted the prefix when its answer was last seen: a check that reproduces it
/// must not report the prefix as unknown.
/// </param>
/// <param name="Note">One sentence that can be shown to a user.</param>
public sealed record PrefixNote(string Prefix, PrefixNoteKind Kind, string? Replacement, bool IsStillAccepted, string Note);
