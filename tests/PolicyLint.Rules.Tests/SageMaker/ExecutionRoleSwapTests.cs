using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class ExecutionRoleSwapTests : RuleTest<ExecutionRoleSwap>
{
    [TestCase("sagemaker:UpdateUserProfile", "sagemaker:CreatePresignedDomainUrl")]
    [TestCase("SAGEMAKER:UPDATEDOMAIN", "sagemaker:CreateApp")]
    [TestCase("sagemaker:UpdateNotebookInstanc?", "sagemaker:StartNotebook*")]
    [TestCase("sagemaker:CreateUserProfil**e", "sagemaker:CreateApp")]
    public void A_role_that_is_set_and_opened_is_reported(string swap, string opener) =>
        Finds(Document($"[[|\"{swap}\"|], (|\"{opener}\"|)]", "(|\"iam:PassRole\"|)", "*"), risk: SecuritySeverity.High);

    [Test]
    public void The_swap_and_the_opener_are_named() => Finds(
        Document("[\"sagemaker:CreateApp\", [|\"sagemaker:UpdateUserProfile\"|], (|\"sagemaker:CreatePresignedDomainUrl\"|)]", "(|\"iam:PassRole\"|)", "*"),
        "`UpdateUserProfile` sets any role of the account as the execution role, and `CreatePresignedDomainUrl` starts what works as it");

    [Test]
    public void A_pattern_of_roles_is_medium() => Finds(
        Document("[[|\"sagemaker:UpdateDomain\"|], \"sagemaker:CreateApp\"]", "\"iam:PassRole\"", "arn:aws:iam::111122223333:role/ml-*"),
        "`UpdateDomain` sets each role of a pattern as the execution role, and `CreateApp` starts what works as it",
        risk: SecuritySeverity.Medium);

    [Test]
    public void Roles_that_are_written_out_are_clean() =>
        Clean(Document("[\"sagemaker:UpdateUserProfile\", \"sagemaker:CreateApp\"]", "\"iam:PassRole\"", "arn:aws:iam::111122223333:role/studio-user"));

    [TestCase("sagemaker:UpdateUserProfile", "sagemaker:DeleteApp")]
    [TestCase("sagemaker:DescribeUserProfile", "sagemaker:CreateApp")]
    [TestCase("sagemaker:UpdateUserProfile", "sagemaker:StartNotebookInstance")]
    [TestCase("sagemaker:UpdateNotebookInstance", "sagemaker:CreateApp")]
    public void Without_one_of_the_three_it_is_clean(string swap, string opener) => Clean(Document($"[\"{swap}\", \"{opener}\"]", "\"iam:PassRole\"", "*"));

    [Test]
    public void Without_PassRole_it_is_clean() => Clean(Document("[\"sagemaker:UpdateUserProfile\", \"sagemaker:CreateApp\"]", "\"iam:GetRole\"", "*"));

    [Test]
    public void A_Deny_of_one_of_them_clears_it() => Clean(OpenAccess.Wrap("""
        { "Effect": "Allow", "Action": ["sagemaker:UpdateUserProfile", "sagemaker:CreateApp", "iam:PassRole"], "Resource": "*" },
        { "Effect": "Deny", "Action": "sagemaker:UpdateUser*", "Resource": "*" }
        """));

    [Test]
    public void An_SCP_is_clean() => Clean(Document("[\"sagemaker:UpdateUserProfile\", \"sagemaker:CreateApp\"]", "\"iam:PassRole\"", "*"), PolicyType.Scp);

    private static string Document(string actions, string passRole, string roles) =>
        OpenAccess.Wrap($"{OpenAccess.Allow(actions, "\"*\"")}, {OpenAccess.Allow(passRole, $"\"{roles}\"")}");
}
