namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>PL5007: somebody can put their own code into anything that already runs as a role.</summary>
public sealed class EscalateByExistingRole() : EscalationRule(new RuleDescriptor
{
    Id = "PL5007",
    Name = "escalate-by-existing-role",
    Category = RuleCategory.PrivilegeEscalation,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions =
    [
        "apprunner:UpdateService", "batch:SubmitJob", "cloudformation:CreateChangeSet", "cloudformation:UpdateStack",
        "codebuild:StartBuild", "codebuild:StartBuildBatch", "codebuild:UpdateProject", "codedeploy:CreateDeployment",
        "codestar:CreateProject", "ec2-instance-connect:SendSerialConsoleSSHPublicKey",
        "ec2-instance-connect:SendSSHPublicKey", "ec2:CreateLaunchTemplateVersion", "ec2:ModifyInstanceAttribute",
        "ecs:ExecuteCommand", "elasticmapreduce:OpenEditorInConsole", "glue:UpdateDevEndpoint", "lambda:UpdateFunctionCode",
        "lambda:UpdateFunctionConfiguration", "ssm:CreateAssociation", "ssm:RegisterTaskWithMaintenanceWindow",
        "ssm:ResumeSession", "ssm:SendCommand", "ssm:StartSession", "ssm:UpdateDocument", "states:UpdateStateMachine",
    ],
    Title = "Somebody can put their own code into anything that already runs as a role",
    Why = "Functions, machines, containers, builds and stacks already run as roles. Whoever may change or enter all of them acts "
        + "as each of these roles, without passing one.",
    Remedy = "Name the functions, machines or stacks that are the caller's own, by a pattern or a tag where there are many.",
    Limits = "Which roles they run as is not in the policy, so the risk is lower than that of passing any role; resources by a "
        + "pattern or a tag are not reported, for that is how a team's own deployment looks.",
    Sources =
    [
        "https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html",
        "https://pathfinding.cloud",
    ],
    Since = "0.1.0",
})
{
}
