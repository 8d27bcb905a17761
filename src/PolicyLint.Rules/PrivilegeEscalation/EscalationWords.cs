using System.Globalization;
using System.Text;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>How an open path is told.</summary>
internal static class EscalationWords
{
    /// <summary>What the path lets somebody do, its name, how many others there are, and what closes it.</summary>
    public static string Message(Escalation open, int others)
    {
        string more = others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {others} more");
        string condition = open.IsConditional ? " under a condition" : "";
        return $"{Givers(open)} the caller {open.Path.Gives} (path {open.Path.Id.Quoted()}{more}){condition}: {open.Path.Breaks}";
    }

    /// <summary>What a step does, as a note: <c>creates the training job</c>.</summary>
    public static string Step(EscalationGrant grant)
    {
        if (grant.Step.PassesRole)
            return "passes the role";

        List<string> words = Words(grant.Action.Name);
        if (words.Count == 1)
            return $"allows {grant.Action.FullName.Quoted()}";

        return $"{ThirdPerson(words[0])} the {string.Join(' ', words.Skip(1).Select(static word => IsAcronym(word) ? word : word.ToLowerInvariant()))}";
    }

    private static string Givers(Escalation open)
    {
        string key = Giver(open.Key);
        if (!open.Path.PassesRole)
            return $"{key} lets";

        EscalationGrant pass = open.Grants[0];
        string roles = open.Reach == EscalationReach.Any ? "any role" : "such roles";
        return pass.Statement == open.Key.Statement && pass.Place.Span == open.Key.Place.Span ? $"{key} on {roles} lets" : $"{key} with {Giver(pass)} on {roles} lets";
    }

    private static string Giver(EscalationGrant grant) => grant.Place is PolicyString written ? written.Quoted() : "NotAction";

    private static string ThirdPerson(string verb) => verb.ToLowerInvariant() switch
    {
        var word when word.EndsWith('s') || word.EndsWith("sh", StringComparison.Ordinal) || word.EndsWith("ch", StringComparison.Ordinal) => $"{word}es",
        var word when word.EndsWith('y') => $"{word[..^1]}ies",
        var word => $"{word}s",
    };

    // "SendSSHPublicKey" is Send, SSH, Public, Key.
    private static List<string> Words(string name)
    {
        List<string> words = [];
        var word = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (begins)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(name[i]);
        }

        words.Add(word.ToString());
        return words;
    }

    private static bool IsAcronym(string word) => word.Length > 1 && !word.AsSpan().ContainsAnyInRange('a', 'z');
}
