using System.Collections.Immutable;

namespace PolicyLint;

/// <summary>One token of a policy, and where it was written in the host file.</summary>
/// <param name="InPolicy">The token in the text of the policy, with its quotes.</param>
/// <param name="InFile">The same in the host file: what somebody would change there.</param>
/// <param name="IsVerbatim">Whether both have the same bytes, so that a part of one is the same part of the other.</param>
public readonly record struct PlacedToken(TextSpan InPolicy, TextSpan InFile, bool IsVerbatim = false);

/// <summary>Where a policy comes from that was taken out of another file: a template, a plan, an account dump.</summary>
public sealed class PolicyOrigin
{
    private readonly ImmutableArray<PlacedToken> _tokens;

    /// <summary>Keeps where each token of a policy was written.</summary>
    /// <param name="file">The host file.</param>
    /// <param name="address">What people call the policy in that file: <c>aws_iam_role.train (assume_role_policy)</c>.</param>
    /// <param name="tokens">The tokens, in the order of the policy's text: names, values and brackets.</param>
    /// <exception cref="ArgumentException">There is no token, or a place is outside the host file, or the order is another.</exception>
    public PolicyOrigin(SourceText file, string address, ImmutableArray<PlacedToken> tokens)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        if (tokens.IsDefaultOrEmpty)
            throw new ArgumentException("A policy has a token at least.", nameof(tokens));

        int end = 0;
        foreach (PlacedToken token in tokens)
        {
            if (token.InPolicy.Start < end || token.InFile.Start < 0 || token.InFile.Length < 0 || token.InFile.End > file.Bytes.Length)
                throw new ArgumentException($"The token {token} is out of order or outside the host file.", nameof(tokens));

            end = token.InPolicy.End;
        }

        File = file;
        Address = address;
        _tokens = tokens;
    }

    /// <summary>The host file.</summary>
    public SourceText File { get; }

    /// <summary>What people call the policy in that file.</summary>
    public string Address { get; }

    /// <summary>
    /// The place in the host file of a place in the policy's text. It begins and ends inside tokens that have the same bytes
    /// there; a token that was written otherwise is taken as a whole.
    /// </summary>
    public TextSpan Locate(TextSpan place)
    {
        PlacedToken first = _tokens[IndexOf(place.Start)];
        PlacedToken last = _tokens[IndexOf(Math.Max(place.Start, place.End - 1))];

        // An alias of YAML stands somewhere else than what it means.
        if (last.InFile.End < first.InFile.End || last.InFile.Start < first.InFile.Start)
            return first.InFile;

        int start = first.IsVerbatim ? Follow(first, place.Start) : first.InFile.Start;
        int end = last.IsVerbatim ? Follow(last, place.End) : last.InFile.End;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    private static int Follow(PlacedToken token, int offset) =>
        token.InFile.Start + Math.Clamp(offset - token.InPolicy.Start, 0, token.InFile.Length);

    // The token that holds an offset, or the last one before it.
    private int IndexOf(int offset)
    {
        int low = 0;
        int high = _tokens.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_tokens[middle].InPolicy.Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
