namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>PL5006: somebody can work in other people's notebooks, Studio or agents.</summary>
public sealed class EscalateByExistingMl() : EscalationRule(new RuleDescriptor
{
    Id = "PL5006",
    Name = "escalate-by-existing-ml",
    Category = RuleCategory.PrivilegeEscalation,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions =
    [
        "bedrock-agentcore:InvokeAgentRuntimeCommand", "bedrock-agentcore:InvokeCodeInterpreter",
        "bedrock-agentcore:StartBrowserSession", "datazone:CreateUserProfile", "lambda:UpdateFunctionCode",
        "sagemaker:CreateHubContentPresignedUrls", "sagemaker:CreatePartnerAppPresignedUrl",
        "sagemaker:CreatePresignedDomainUrl", "sagemaker:CreatePresignedMlflowAppUrl",
        "sagemaker:CreatePresignedMlflowTrackingServerUrl", "sagemaker:CreatePresignedNotebookInstanceUrl",
        "sagemaker:CreateStudioLifecycleConfig", "sagemaker:StartSession", "sagemaker:UpdateNotebookInstance",
        "sagemaker:UpdatePipeline",
    ],
    Title = "Somebody can work in other people's notebooks, Studio or agents",
    Why = "A notebook, a Studio, a pipeline or an agent already runs as a role. Whoever may open or change all of them acts as "
        + "each of these roles, and sees what their owners see, without passing a role.",
    Remedy = "Name the notebooks, profiles and spaces that are the caller's own, by a tag or a variable where there are many, and "
        + "hold URLs to your network with `aws:SourceVpce` or `aws:SourceIp`. Keep lifecycle scripts to those that are known.",
    Limits = "Which roles they run as is not in the policy, so the risk is lower than that of passing any role; resources by a "
        + "pattern or a tag are not reported, for that is how a team's own look.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html",
    ],
    Since = "0.1.0",
})
{
}
