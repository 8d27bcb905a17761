using PolicyLint.Analysis;

namespace PolicyLint.Rules.Conditions;

/// <summary>
/// One <c>${…}</c> in a string of a policy, right or wrong. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">policy variables</see>.
/// </summary>
internal readonly ref struct PolicyVariable(ReadOnlySpan<char> inside, bool isClosed)
{
    private const string Opening = "${";

    /// <summary>What stands between the braces, or up to the end of the text where the closing one is missing.</summary>
    public ReadOnlySpan<char> Inside { get; } = inside;

    /// <summary>Whether there is a closing brace.</summary>
    public bool IsClosed { get; } = isClosed;

    /// <summary>The name: what stands before the comma of a default value.</summary>
    public ReadOnlySpan<char> Name => Inside.IndexOf(',') is >= 0 and int comma ? Inside[..comma] : Inside;

    /// <summary>
    /// Whether it is meant for IAM: <c>${*}</c>, <c>${?}</c>, <c>${$}</c>, or a condition key. A template's own parameters
    /// have another form: <c>${Bucket}</c>, <c>${AWS::Region}</c>.
    /// </summary>
    public bool IsMeantForIam =>
        Inside is "*" or "?" or "$" || (Name.IndexOf(':') is > 0 and int colon && colon < Name.Length - 1 && Name[colon + 1] != ':');

    /// <summary>Whether a string of the statement may have one: a quick look before a thorough one.</summary>
    public static bool MayBeIn(StatementAccess statement)
    {
        // A backslash may escape the dollar sign.
        TextSpan span = statement.Statement.Span;
        ReadOnlySpan<byte> text = statement.Policy.Document.Source.Bytes.Span.Slice(span.Start, span.Length);
        return text.IndexOf("${"u8) >= 0 || text.IndexOf("\\u"u8) >= 0;
    }

    /// <summary>Every one in a text, in its order.</summary>
    public static Enumerator In(string text) => new(text);

    /// <summary>The first one in a text that is meant for IAM, as written; null where there is none.</summary>
    public static string? FirstIn(string text)
    {
        foreach (PolicyVariable variable in In(text))
        {
            if (variable is { IsClosed: true, IsMeantForIam: true })
                return $"${{{variable.Inside}}}";
        }

        return null;
    }

    /// <summary>The strings of a statement in which IAM replaces variables: those of its resources and its conditions.</summary>
    public static IEnumerable<(PolicyNode Node, string Text)> PlacesIn(Statement statement)
    {
        if ((statement.Resource ?? statement.NotResource) is { MayHaveVariable: true } resources)
        {
            foreach (PolicyString resource in resources.Values)
                yield return (resource, resource.Value);
        }

        foreach (ConditionClause clause in statement.Condition?.Clauses ?? [])
        {
            foreach (ConditionEntry entry in clause.Entries)
            {
                foreach (ConditionValue value in entry.Values)
                    yield return (value, value.Text);
            }
        }
    }

    /// <summary>Goes through the variables of a text.</summary>
    internal ref struct Enumerator(ReadOnlySpan<char> rest)
    {
        private ReadOnlySpan<char> _rest = rest;
        private ReadOnlySpan<char> _inside;
        private bool _isClosed;

        public readonly PolicyVariable Current => new(_inside, _isClosed);

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            int start = _rest.IndexOf(Opening, StringComparison.Ordinal);
            if (start < 0)
                return false;

            ReadOnlySpan<char> after = _rest[(start + Opening.Length)..];
            int end = after.IndexOf('}');
            _isClosed = end >= 0;
            _inside = _isClosed ? after[..end] : after;
            _rest = _isClosed ? after[(end + 1)..] : [];
            return true;
        }
    }
}
