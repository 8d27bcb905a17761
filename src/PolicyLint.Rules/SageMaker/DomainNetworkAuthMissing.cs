using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3065: SageMaker domains may be open to the internet or bypass single sign-on.</summary>
public sealed class DomainNetworkAuthMissing() : StatementRule(new RuleDescriptor
{
    Id = "PL3065",
    Name = "domain-network-auth-missing",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Title = "SageMaker domains may be open to the internet or bypass single sign-on",
    Why = "The Studio of a domain with the access type PublicInternetOnly reaches the internet past the VPC, and into a domain in IAM "
        + "mode leads a presigned URL, without the sign-in of the organisation.",
    Remedy = "Ask for `sagemaker:AppNetworkAccessType` to be `VpcOnly`, also for UpdateDomain, and for `sagemaker:AuthMode` to be `SSO` when a domain is made.",
    Limits = "Where the organisation does not use IAM Identity Center, there is no `SSO` to ask for.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-notebooks-and-internet-access.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateDomain.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context) =>
        Guardrails.Check(statement, Guardrails.Domain.AsSpan(), "may open a domain to the internet or to sign-in by IAM", context);
}
