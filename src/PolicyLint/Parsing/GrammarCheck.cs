using System.Buffers;
using System.Text;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <summary>Holds a document that was read against the <see cref="PolicyGrammar"/> of its type.</summary>
internal readonly struct GrammarCheck
{
    private static readonly SearchValues<byte> SidCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8);

    // The characters up to U+00FF are written with the bytes of ASCII, or start with 0xC2 or 0xC3.
    private static readonly SearchValues<byte> Latin1Starts =
        SearchValues.Create([.. Enumerable.Range(0, 0x80).Select(code => (byte)code), 0xC2, 0xC3]);

    private readonly PolicyDocument _document;
    private readonly PolicyGrammar _grammar;
    private readonly ProblemList _problems;
    private readonly string _type;

    private GrammarCheck(PolicyDocument document, ProblemList problems)
    {
        _document = document;
        _grammar = PolicyGrammar.Of(document.Type);
        _problems = problems;
        _type = document.Type.ToPhrase();
    }

    /// <param name="document">The document.</param>
    /// <param name="isWhole">Whether it was read to its end: where it breaks off, what is missing is not reported.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Run(PolicyDocument document, bool isWhole, ProblemList problems)
    {
        var check = new GrammarCheck(document, problems);
        check.CheckDocument(isWhole);
        foreach (Statement statement in document.Statements)
            check.CheckStatement(statement);
    }

    private void CheckDocument(bool isWhole)
    {
        if (isWhole && !_document.Present.Has(DocumentElement.Statement))
            _problems.Add(GrammarRules.MissingElement, IssueCodes.MissingStatement, "The policy has no `Statement`", new TextSpan(_document.Span.Start, 1), PolicyPath.Root);

        if (_document.Version is { HasUnknown: false } version && !PolicyGrammar.Versions.Contains(version.Value))
            _problems.Add(GrammarRules.InvalidVersion, $"There is no version {version.Quoted()} of the policy language; the current one is `2012-10-17`", version.Span, version.Path);

        if (_grammar.Latin1Only)
            CheckCharacters();
    }

    private void CheckStatement(Statement statement)
    {
        CheckEffect(statement);
        CheckPair(statement, StatementElement.Principal, StatementElement.NotPrincipal, _grammar.Principal, _grammar.AllowsNotPrincipal, statement.Principal, statement.NotPrincipal);
        CheckPair(statement, StatementElement.Action, StatementElement.NotAction, Presence.Required, _grammar.AllowsNotAction, statement.Action, statement.NotAction);
        CheckPair(statement, StatementElement.Resource, StatementElement.NotResource, _grammar.Resource, allowsNegated: true, statement.Resource, statement.NotResource);
        CheckPrincipal(statement.Principal);
        CheckPrincipal(statement.NotPrincipal);
        if (statement.Sid is { HasUnknown: false } sid)
            CheckSid(sid);
    }

    private void CheckSid(PolicyString sid)
    {
        if (sid.Utf8.IsEmpty)
            _problems.Add(GrammarRules.EmptySid, "An empty `Sid` identifies nothing", sid.Span, sid.Path);
        else if (_grammar.AlphanumericSid && sid.Utf8.IndexOfAnyExcept(SidCharacters) >= 0)
            _problems.Add(GrammarRules.InvalidSid, $"A Sid of {_type} takes letters and digits only, not {sid.Quoted()}", sid.Span, sid.Path);
    }

    private void CheckEffect(Statement statement)
    {
        if (!statement.Present.Has(StatementElement.Effect))
            Missing(statement, "Effect", alternative: null, IssueCodes.MissingEffect);
        else if (statement.EffectText is { HasUnknown: false } text && statement.Effect == Effect.None)
            _problems.Add(GrammarRules.InvalidEffect, $"{text.Quoted()} is not an effect; write `Allow` or `Deny`", text.Span, text.Path);
        else if (statement.Effect == Effect.Allow && !_grammar.AllowsAllow && !IsRcpFullAwsAccess(statement))
            _problems.Add(GrammarRules.AllowNotAllowed, IsForEverything(statement) ? null : IssueCodes.RcpSyntaxErrorAllow, "A resource control policy can only deny", statement.EffectText!.Span, statement.EffectText.Path);
    }

    // The one policy that may allow: "The effect of Allow is only supported for the RCPFullAWSAccess policy".
    private static bool IsRcpFullAwsAccess(Statement statement) =>
        IsForEverything(statement) && statement.Action is { Values: [{ Value: "*" }] };

    // As far as Access Analyzer asks.
    private static bool IsForEverything(Statement statement) =>
        statement is { Principal.Text.Value: "*", Resource.Values: [{ Value: "*" }], Condition: null };

    private void CheckPair(Statement statement, int positive, int negative, Presence presence, bool allowsNegated, PolicyNode? value, PolicyNode? negated)
    {
        string name = ElementTable.Statement[positive];
        string notName = ElementTable.Statement[negative];
        bool has = statement.Present.Has(positive);
        bool hasNot = statement.Present.Has(negative);
        if (presence == Presence.Required && !has && !hasNot)
            Missing(statement, name, allowsNegated ? notName : null, CodeOfMissing(positive));

        if (presence == Presence.Forbidden && value is not null)
            Forbid(name, value, CodeOfForbidden(positive));

        if (negated is not null && (presence == Presence.Forbidden || !allowsNegated))
            Forbid(notName, negated, CodeOfForbidden(negative));
        else if (negated is not null && has)
            _problems.Add(GrammarRules.ConflictingElements, $"A statement takes `{name}` or `{notName}`, not both", NameSpanOf(negated), negated.Path);
    }

    private void CheckPrincipal(Principal? principal)
    {
        if (principal is null || _grammar.Principal == Presence.Forbidden)
            return;

        if (_document.Type == PolicyType.Trust && principal is { Text.Value: "*", Name: "Principal" })
            _problems.Add(GrammarRules.TrustOfEverybody, "The Principal of a role trust policy may not be \"*\"", principal.Span, principal.Path);
        else if (principal.Text is { Value: not "*", HasUnknown: false } text)
            _problems.Add(GrammarRules.InvalidPrincipal, $"`{principal.Name}` is \"*\" or an object such as {{\"AWS\": …}}, not {text.Quoted()}", text.Span, text.Path);
        else if (_document.Type == PolicyType.Rcp && principal is { Text: null, Name: "Principal" })
            _problems.Add(GrammarRules.RcpPrincipal, "The Principal of a resource control policy must be \"*\"", principal.Span, principal.Path);
    }

    private void CheckCharacters()
    {
        ReadOnlySpan<byte> bytes = _document.Source.Bytes.Span;
        int at = _document.Source.ContentStart;
        while (bytes[at..].IndexOfAnyInRange((byte)0xC4, (byte)0xFF) is var next and >= 0)
        {
            at += next;
            int length = bytes[at..].IndexOfAny(Latin1Starts) is var run and >= 0 ? run : bytes.Length - at; // a run is one mistake
            if (Rune.DecodeFromUtf8(bytes[at..], out Rune rune, out _) == OperationStatus.Done && rune.Value != PolicyString.Unknown)
                _problems.Add(GrammarRules.InvalidCharacter, $"IAM refuses the character `{rune}` (U+{rune.Value:X4}) in {_type}", new TextSpan(at, length), PolicyPath.Root);

            at += length;
        }
    }

    private static IssueCode CodeOfMissing(int element) => element switch
    {
        StatementElement.Principal => IssueCodes.MissingPrincipal,
        StatementElement.Action => IssueCodes.MissingAction,
        _ => IssueCodes.MissingResource,
    };

    // Where a type of policy has no code of its own for an element, Access Analyzer does not know the type, or the element
    // is fine there.
    private IssueCode? CodeOfForbidden(int element) => (_document.Type, element) switch
    {
        (PolicyType.Identity or PolicyType.Boundary, StatementElement.Principal or StatementElement.NotPrincipal) => IssueCodes.UnsupportedPrincipal,
        (PolicyType.Scp, StatementElement.Principal or StatementElement.NotPrincipal) => IssueCodes.ScpSyntaxErrorPrincipal,
        (PolicyType.Rcp, StatementElement.NotPrincipal) => IssueCodes.RcpSyntaxErrorPrincipal,
        (PolicyType.Rcp, StatementElement.NotAction) => IssueCodes.RcpSyntaxErrorNotAction,
        (PolicyType.Trust, StatementElement.NotPrincipal) => IssueCodes.RoleTrustPolicySyntaxErrorNotPrincipal,
        (PolicyType.Trust, StatementElement.Resource or StatementElement.NotResource) => IssueCodes.RoleTrustPolicySyntaxErrorResource,
        _ => null,
    };

    private void Missing(Statement statement, string name, string? alternative, IssueCode code)
    {
        string also = alternative is null ? "" : $" or `{alternative}`";
        _problems.Add(GrammarRules.MissingElement, code, $"The statement has no `{name}`{also}", new TextSpan(statement.Span.Start, 1), statement.Path);
    }

    private void Forbid(string name, PolicyNode element, IssueCode? code)
    {
        string detected = _document.IsTypeDetected ? ", which this was taken for" : "";
        _problems.Add(GrammarRules.ElementNotAllowed, code, $"`{name}` does not belong in {_type}{detected}", NameSpanOf(element), element.Path);
    }

    private static TextSpan NameSpanOf(PolicyNode element) => element switch
    {
        Principal principal => principal.NameSpan,
        PolicyStringList list => list.NameSpan,
        _ => element.Span,
    };
}
