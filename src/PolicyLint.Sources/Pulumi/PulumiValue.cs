using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Pulumi;

/// <summary>
/// The values by which Pulumi says that something is a secret, or is not known before the update. They are ids that are made up, and
/// the same in all of its programs. See
/// <see href="https://www.pulumi.com/docs/iac/concepts/secrets/">secrets</see>.
/// </summary>
internal static class PulumiValue
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    // What a preview has in the place of a secret.
    private const string HiddenSecret = "[secret]";

    // One for each of string, Boolean, number, list, asset, archive and object.
    private static readonly string[] Unknowns =
    [
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58",
        "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    ];

    /// <summary>Whether the value is not known before the update.</summary>
    public static bool IsUnknown(HostNode node) =>
        node.Text is { } text ? Unknowns.Contains(text) : node[Signature]?.Text == OutputSignature && node["value"] is null;

    /// <summary>Whether the value is a secret.</summary>
    public static bool IsSecret(HostNode node) => node.Text is { } text
        ? text == HiddenSecret
        : node[Signature]?.Text is { } signature && (signature == SecretSignature || (signature == OutputSignature && IsTrue(node["secret"])));

    /// <summary>The value itself where it stands in an envelope that says where it comes from.</summary>
    public static HostNode Unwrap(HostNode node) =>
        node[Signature]?.Text == OutputSignature && !IsSecret(node) && node["value"] is { } value ? Unwrap(value) : node;

    /// <summary>Where in a text the next part is that is not known; negative where none is.</summary>
    public static int IndexOfUnknown(string text, int start, out int length)
    {
        length = Unknowns[0].Length;
        int first = -1;
        foreach (string unknown in Unknowns)
        {
            if (text.IndexOf(unknown, start, StringComparison.Ordinal) is var index and >= 0 && (first < 0 || index < first))
                first = index;
        }

        return first;
    }

    /// <summary>Whether something in a value is a secret or not known.</summary>
    public static bool HasOpenPart(HostNode node) =>
        IsUnknown(node) || IsSecret(node) || (node.Text is { } text && IndexOfUnknown(text, 0, out _) >= 0)
        || node.Items.Any(HasOpenPart) || node.Members.Any(static member => HasOpenPart(member.Value));

    /// <summary>What must not be shown: the text of secrets, encrypted or not.</summary>
    public static List<HostNode> SecretsIn(HostNode root)
    {
        List<HostNode> found = [];
        AddSecrets(root, found);
        return found;
    }

    private static void AddSecrets(HostNode node, List<HostNode> found)
    {
        // Configuration marks its secrets so, too.
        if (node is HostMapping && (IsSecret(node) || IsTrue(node["secret"])))
        {
            foreach (HostMember member in node.Members)
            {
                if (member.Name is "ciphertext" or "plaintext" or "value" or "objectValue")
                    found.Add(member.Value);
            }

            return;
        }

        foreach (HostNode item in node.Items)
            AddSecrets(item, found);

        foreach (HostMember member in node.Members)
            AddSecrets(member.Value, found);
    }

    private static bool IsTrue(HostNode? node) => node is HostScalar { IsBoolean: true, Value: "true" };
}
