using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Evaluation;

namespace PolicyLint.Configuration;

/// <summary>
/// A principal: everybody, a whole account, or whatever a text means. An account lets in whom it pleases. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts">accounts as principals</see>.
/// </summary>
internal sealed class PrincipalPattern
{
    private readonly Glob _text;
    private readonly ArnPattern? _arn;
    private readonly string? _account;

    public PrincipalPattern(string text)
    {
        _text = Glob.Parse(text, policyVariables: false);
        ArnPattern.TryParse(text, policyVariables: false, out _arn);
        _account = IsAccount(text) ? text
            : _arn is { Service.Text: "iam", Resource.Text: "root" } && IsAccount(_arn.Account.Text) ? _arn.Account.Text
            : null;
    }

    /// <summary>Whether everybody is meant.</summary>
    public bool IsEverybody => _text.MatchesEverything;

    /// <summary>Whether somebody is meant by both.</summary>
    public Truth Reaches(PrincipalPattern asked)
    {
        if (IsEverybody || asked.IsEverybody)
            return Truth.Yes;

        bool meets = (_account, asked._account) switch
        {
            ({ } mine, { } theirs) => mine == theirs,
            ({ } mine, null) => asked._arn?.Account.Matches(mine) ?? false,
            (null, { } theirs) => _arn?.Account.Matches(theirs) ?? _text.HasUnknown,
            _ => _text.Intersects(asked._text),
        };
        return !meets ? Truth.No : _text.HasUnknown ? Truth.Maybe : Truth.Yes;
    }

    /// <summary>Whether everybody whom the other means is meant by this one.</summary>
    public Truth Covers(PrincipalPattern asked)
    {
        bool covers = IsEverybody || (_account is { } mine
            ? mine == asked._account || asked._arn?.Account.Text == mine
            : asked._account is null && _text.Contains(asked._text));
        if (covers)
            return Truth.Yes;

        return _text.HasUnknown ? Reaches(asked) : Truth.No;
    }

    /// <summary>Whether somebody is meant whom none of the others means.</summary>
    public Truth GoesBeyond(ImmutableArray<PrincipalPattern> known) =>
        known.Any(some => some.Covers(this) == Truth.Yes) ? Truth.No : _text.HasUnknown ? Truth.Maybe : Truth.Yes;

    private static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);
}
