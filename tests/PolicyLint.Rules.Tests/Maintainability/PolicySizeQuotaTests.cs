using PolicyLint.Rules.Maintainability;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Maintainability;

public sealed class PolicySizeQuotaTests : RuleTest<PolicySizeQuota>
{
    // The documents are made to the character, and each square bracket is one.
    protected override Variants Tries => Variants.All & ~(Variants.Layout | Variants.ElementOrder | Variants.StatementForm);

    [Test]
    public void More_than_any_identity_policy_can_have_is_an_error() => Finds(
        $"[|{Identity(10_241)}|]",
        "The policy has 10241 characters without white space, more than the 10240 that an identity policy can have",
        severity: Severity.Error);

    [Test]
    public void More_than_a_managed_policy_can_have_is_a_warning() => Finds(
        $"[|{Identity(10_240)}|]",
        "The policy has 10240 characters without white space, more than the 6144 of a managed policy: it fits inline in a role only",
        severity: Severity.Warning);

    [Test]
    public void What_a_managed_policy_can_have_is_clean() => Clean(Identity(6_144));

    [Test]
    public void White_space_does_not_count_for_IAM_not_even_in_strings() =>
        Clean(Identity(6_144).Replace("\"Resource\":", "\n\t\"Resource\" :  ", StringComparison.Ordinal).Replace("xxxx", "x x x x", StringComparison.Ordinal));

    [Test]
    public void A_letter_beyond_ASCII_is_one_character() => Clean(Identity(6_144).Replace("xxxx", "\u00e4\u00f6\u00fc\u00df", StringComparison.Ordinal));

    [Test]
    public void A_quote_after_a_backslash_ends_no_string() => Finds(
        $"[|{Rcp(5_121).Replace("xx xx", "x\\\" x", StringComparison.Ordinal)}|]",
        "The policy has 5121 characters with white space, more than the 5120 that a resource control policy can have",
        PolicyType.Rcp);

    [Test]
    public void A_boundary_is_a_managed_policy() => Finds(
        $"[|{Identity(6_145)}|]",
        "The policy has 6145 characters without white space, more than the 6144 that a permissions boundary can have",
        PolicyType.Boundary,
        severity: Severity.Error);

    [Test]
    public void White_space_counts_for_an_RCP() => Finds(
        $"[|{Rcp(5_120).Replace("\"Action\":", "\"Action\":   ", StringComparison.Ordinal)}|]",
        "The policy has 5123 characters with white space, more than the 5120 that a resource control policy can have: it fits only minified, with 5120",
        PolicyType.Rcp,
        severity: Severity.Suggestion);

    [Test]
    public void An_RCP_that_does_not_fit_minified_either_is_an_error() => Finds(
        $"[|{Rcp(5_121)}|]",
        "The policy has 5121 characters with white space, more than the 5120 that a resource control policy can have",
        PolicyType.Rcp,
        severity: Severity.Error);

    [Test]
    public void A_trust_policy_beyond_the_usual_quota_is_a_warning() => Finds(
        $"[|{Trust(2_049)}|]",
        "The policy has 2049 characters without white space, more than the 2048 of a trust policy whose quota was not raised",
        PolicyType.Trust,
        severity: Severity.Warning);

    [Test]
    public void A_trust_policy_within_the_usual_quota_is_clean() => Clean(Trust(2_048), PolicyType.Trust);

    [Test]
    public void A_bucket_has_the_quota_of_its_own() => Finds(
        $"[|{Bucket(20_481)}|]",
        "The policy has 20481 characters with white space, more than the 20480 that a resource policy can have",
        PolicyType.Resource,
        resourceType: PolicyResourceType.S3Bucket);

    [Test]
    public void What_a_bucket_can_have_is_clean() => Clean(Bucket(20_480), PolicyType.Resource, resourceType: PolicyResourceType.S3Bucket);

    [Test]
    public void Without_its_type_a_resource_has_the_largest_quota() => Clean(Bucket(20_481), PolicyType.Resource);

    [Test]
    public void The_service_has_a_code_for_each_type()
    {
        FindsCode(IssueCodes.PolicySizeExceedsIdentityPolicyQuota, $"[|{Identity(10_241)}|]");
        FindsCode(IssueCodes.PolicySizeExceedsResourcePolicyQuota, $"[|{Bucket(20_481)}|]", PolicyType.Resource, PolicyResourceType.S3Bucket);
        FindsCode(IssueCodes.PolicySizeExceedsRoleTrustPolicyQuota, $"[|{Trust(2_049)}|]", PolicyType.Trust);
        FindsCode(IssueCodes.PolicySizeExceedsScpQuota, $"[|{Identity(10_241)}|]", PolicyType.Scp);
        FindsCode(IssueCodes.PolicySizeExceedsRcpQuota, $"[|{Rcp(5_121)}|]", PolicyType.Rcp);
    }

    [Test]
    public void The_service_holds_an_identity_policy_to_the_quota_of_inline_policies() => FindsNoCode(Identity(10_240));

    private static string Bucket(int length) =>
        Padded("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::""", "\"}}", length);

    private static string Identity(int length) =>
        Padded("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::""", "\"}}", length);

    private static string Rcp(int length) =>
        Padded("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::xx xx""", "\"}}", length);

    private static string Trust(int length) =>
        Padded("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"a""", "\"}}}}", length);

    private static string Padded(string start, string end, int length) => start + new string('x', length - start.Length - end.Length) + end;
}
