using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>
/// What a condition on <c>iam:PassedToService</c> means for one path: a role that may only go to Lambda opens nothing in
/// SageMaker. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService">iam:PassedToService</see>.
/// </summary>
internal static class PassedServices
{
    private const string Key = "iam:PassedToService";

    // The ARN of the resource that the role is for names a service too; which one, is left open here.
    private const string AssociatedResourceArn = "iam:AssociatedResourceArn";

    /// <summary>What an Allow's terms leave of the path's services.</summary>
    public static Verdict Of(ConditionAccess conditions, ImmutableArray<string> services)
    {
        Verdict verdict = Verdict.Free;
        foreach (ConditionTerm term in conditions.Terms)
        {
            if (term.IsAbout(AssociatedResourceArn) && term.Narrows)
                verdict = Verdict.Limited;

            if (!term.IsAbout(Key) || term.Operator is not { Family: OperatorFamily.String, Qualifier: not SetQualifier.ForAllValues } known)
                continue;

            bool names = services.Any(service => Names(term, service));
            if (known.IsNegated)
            {
                if (!term.HasUnknown && !known.IfExists && services.All(service => Names(term, service)))
                    return Verdict.Shut;
            }
            else if (known.IfExists)
            {
                // Only where the key is missing does it let other services have the role.
                if (names && verdict == Verdict.Free)
                    verdict = Verdict.Limited;
            }
            else if (!names)
            {
                return Verdict.Shut;
            }
            else if (term.Narrows)
            {
                verdict = !term.HasUnknown ? Verdict.Limited : verdict == Verdict.Free ? Verdict.Unknown : verdict;
            }
        }

        return verdict;
    }

    /// <summary>Whether a Deny under this term takes every one of the services away.</summary>
    public static bool AreDenied(ConditionTerm term, ImmutableArray<string> services)
    {
        if (!term.IsAbout(Key) || term.HasUnknown || term.Operator is not { Family: OperatorFamily.String, Qualifier: SetQualifier.None } known)
            return false;

        return known.IsNegated ? !services.Any(service => Names(term, service)) : services.All(service => Names(term, service));
    }

    // Wildcards work with StringLike alone; a value that is not known may be any service.
    private static bool Names(ConditionTerm term, string service)
    {
        bool ignoresCase = term.Operator!.Name.Contains("IgnoreCase", StringComparison.Ordinal);
        foreach (ConditionValue value in term.Entry.Values)
        {
            bool isName = term.Operator.AllowsWildcards || value.HasUnknown
                ? Glob.Parse(value.Text, ignoresCase).Matches(service)
                : value.Text.Equals(service, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
            if (isName)
                return true;
        }

        return false;
    }

    /// <summary>What a condition lets through.</summary>
    public enum Verdict
    {
        /// <summary>Every service.</summary>
        Free,

        /// <summary>Some services, one of the path's among them.</summary>
        Limited,

        /// <summary>A service that is not known before deployment.</summary>
        Unknown,

        /// <summary>None of the path's services.</summary>
        Shut,
    }
}
