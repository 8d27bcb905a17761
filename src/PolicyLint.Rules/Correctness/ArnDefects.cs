using System.Buffers;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>
/// Why a text is no ARN, or one that no resource has. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</see>.
/// </summary>
internal static class ArnDefects
{
    private const int FieldCount = 6;
    private const int AccountLength = 12;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("<>{}[]");
    private static readonly SearchValues<char> LettersAndHyphen = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");

    /// <summary>Why a text that is not <c>*</c> is no ARN, as the rest of a sentence.</summary>
    public static ArnDefect OfText(string text)
    {
        if (text.StartsWith("arn:", StringComparison.Ordinal))
            return new(IssueCodes.MissingArnField, $"has only {text.Split(':').Length} of the {FieldCount} parts of an ARN");
        if (text.AsSpan().TrimStart().StartsWith("arn:", StringComparison.OrdinalIgnoreCase))
            return new(IssueCodes.InvalidArnPrefix, "is no ARN: it must start with `arn:`, in lower case and without a blank before it");
        if (text.StartsWith("s3://", StringComparison.OrdinalIgnoreCase))
            return new(IssueCodes.InvalidArnPrefix, $"is no ARN: write `arn:aws:s3:::{text[5..]}`");

        // A word without fields lacks them all; what has fields lacks the first.
        return new(text.Contains(':', StringComparison.Ordinal) ? IssueCodes.InvalidArnPrefix : IssueCodes.MissingArnField, "is neither `*` nor an ARN");
    }

    /// <summary>What is wrong with a partition, or null.</summary>
    public static ArnDefect? OfPartition(Glob partition, ServiceCatalog catalog)
    {
        foreach (string known in catalog.Partitions)
        {
            if (partition.Matches(known))
                return null;
        }

        return new(IssueCodes.InvalidPartition, partition.Text.Length == 0 ? "it has no partition" : $"there is no partition {partition.Text.Quoted()}");
    }

    /// <summary>What is wrong with service, region or account, or null. Fields with wildcards and variables are passed over.</summary>
    public static ArnDefect? OfFields(ArnPattern arn)
    {
        if (arn.Service.IsLiteral && arn.Service.Text.Length == 0)
            return new(IssueCodes.InvalidService, "it has no service");
        if (arn.Service.IsLiteral && arn.Service.Text.AsSpan().ContainsAnyInRange('A', 'Z'))
            return new(IssueCodes.InvalidArnServiceCase, $"the service {arn.Service.Text.Quoted()} must be in lower case");
        if (arn.Region.IsLiteral && IsAccount(arn.Region.Text))
            return new(IssueCodes.InvalidArnRegion, $"the account {arn.Region.Text.Quoted()} stands where the region belongs");
        if (arn.Region.IsLiteral && !MayBeRegion(arn.Region.Text))
            return new(IssueCodes.InvalidArnRegion, $"there is no region {arn.Region.Text.Quoted()}");
        if (arn.Account.IsLiteral && !MayBeAccount(arn.Account.Text))
            return new(IssueCodes.InvalidArnAccount, $"an account has {AccountLength} digits, not {arn.Account.Text.Quoted()}");

        return null;
    }

    /// <summary>What one thing is wrong with an ARN beside the formats of its service.</summary>
    public static ArnDefect OfMisfit(ArnMisfit misfit, ArnPattern arn, ServiceCatalog catalog)
    {
        string service = arn.Service.Text;
        return misfit switch
        {
            ArnMisfit.RegionNotAllowed => new(IssueCodes.ArnRegionNotAllowed, $"such ARNs of {service.Quoted()} have no region"),
            ArnMisfit.RegionMissing => new(IssueCodes.MissingArnRegion, $"such ARNs of {service.Quoted()} have a region"),
            ArnMisfit.AccountNotAllowed => new(IssueCodes.ArnAccountNotAllowed, $"such ARNs of {service.Quoted()} have no account"),
            ArnMisfit.AccountMissing => new(IssueCodes.MissingArnAccount, $"such ARNs of {service.Quoted()} have an account"),
            ArnMisfit.UnknownResource => new(IssueCodes.InvalidArnResource, $"{service.Quoted()} has no such resource in the catalogue of {catalog.Date:O}"),
            _ => new(IssueCodes.InvalidService, UnknownService(service, catalog)),
        };
    }

    private static string UnknownService(string service, ServiceCatalog catalog)
    {
        string unknown = $"ARNs have no service {service.Quoted()} in the catalogue of {catalog.Date:O}";
        return catalog.FindNearestService(service) is { } nearest ? $"{unknown}; did you mean `{nearest}`?" : unknown;
    }

    /// <summary>Whether region or account is a word that is still to be filled in, such as <c>acct-id</c> or <c>{{Region}}</c>.</summary>
    public static bool HasPlaceholder(ArnPattern arn) =>
        (IsWord(arn.Region) && !MayBeRegion(arn.Region.Text)) || (IsWord(arn.Account) && !MayBeAccount(arn.Account.Text));

    // Real regions and accounts have digits and no brackets.
    private static bool IsWord(Glob field) =>
        field.IsLiteral && (!field.Text.AsSpan().ContainsAnyInRange('0', '9') || field.Text.AsSpan().ContainsAny(Brackets));

    // us-east-1, us-gov-west-1, eusc-de-east-1: words and a number, whatever regions AWS adds.
    private static bool MayBeRegion(ReadOnlySpan<char> region)
    {
        if (region.IsEmpty)
            return true;

        int end = region.LastIndexOf('-');
        return end > 0
            && region[..end].Contains('-')
            && !region[..end].ContainsAnyExcept(LettersAndHyphen)
            && end < region.Length - 1
            && !region[(end + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    // AWS's own resources have words there: arn:aws:iam::aws:policy/ReadOnlyAccess.
    private static bool MayBeAccount(string account) =>
        account.Length == 0 || IsAccount(account) || account is "aws" or "amazon" or "aws-marketplace" or "cloudfront" or "offering";

    private static bool IsAccount(ReadOnlySpan<char> text) => text.Length == AccountLength && !text.ContainsAnyExceptInRange('0', '9');
}

/// <summary>What is wrong with an ARN, as the rest of a sentence, and the code that IAM Access Analyzer has for it.</summary>
internal readonly record struct ArnDefect(IssueCode Code, string Text);
