using PolicyLint.Evaluation;
using static PolicyLint.Evaluation.AccessDecision;
using static PolicyLint.Tests.Evaluation.Ask;

namespace PolicyLint.Tests.Evaluation;

/// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html</summary>
public sealed class PrincipalTests
{
    [TestCase(User, Named.User, ResourceGrant.Principal)]
    [TestCase(User, "{'AWS': ['arn:aws:iam::111122223333:user/bob', 'arn:aws:iam::111122223333:user/ann']}", ResourceGrant.Principal)]
    [TestCase(User, "{'AWS': 'arn:aws:iam::111122223333:user/team/ann'}", ResourceGrant.None)]
    [TestCase(User, "{'AWS': 'arn:aws:iam::111122223333:user/*'}", ResourceGrant.None)]
    [TestCase(User, "{'AWS': 'arn:aws:iam::111122223333:user/Ann'}", ResourceGrant.None)]
    [TestCase(User, Named.Account, ResourceGrant.Account)]
    [TestCase(User, Named.Root, ResourceGrant.Account)]
    [TestCase(User, "{'AWS': '444455556666'}", ResourceGrant.None)]
    [TestCase(User, "{'Service': 'ec2.amazonaws.com'}", ResourceGrant.None)]
    [TestCase(User, "{'AWS': 'AIDAEXAMPLEEXAMPLE'}", ResourceGrant.None)]
    [TestCase(Session, Named.Session, ResourceGrant.Principal)]
    [TestCase(Session, Named.Role, ResourceGrant.Role)]
    [TestCase(Session, "{'AWS': 'arn:aws:iam::111122223333:role/team/reader'}", ResourceGrant.Role)]
    [TestCase(Session, "{'AWS': 'arn:aws:iam::444455556666:role/reader'}", ResourceGrant.None)]
    [TestCase(Session, "{'AWS': 'arn:aws:sts::111122223333:assumed-role/reader/s2'}", ResourceGrant.None)]
    [TestCase(Role, Named.Role, ResourceGrant.Role)]
    [TestCase(Role, Named.Session, ResourceGrant.None)]
    [TestCase("arn:aws:sts::111122223333:federated-user/fay", "{'AWS': 'arn:aws:sts::111122223333:federated-user/fay'}", ResourceGrant.Principal)]
    [TestCase("cognito-identity.amazonaws.com", "{'Federated': 'cognito-identity.amazonaws.com'}", ResourceGrant.Principal)]
    [TestCase("111122223333", Named.Root, ResourceGrant.Principal)]
    public void A_principal_is_meant_by_itself_by_its_role_or_by_its_account(string caller, string named, ResourceGrant grant) =>
        Evaluate(new() { Resource = For(named) }, caller).Layers.Single(layer => layer.Layer == PolicyLayer.Resource).Grant.Should().Be(grant);

    [TestCase(Named.User, ImplicitlyDenied)]
    [TestCase(Named.Root, ImplicitlyDenied)]
    [TestCase("'*'", ImplicitlyDenied)]
    [TestCase("{'AWS': 'arn:aws:iam::111122223333:user/bob'}", Allowed)]
    public void NotPrincipal_allows_all_others(string named, AccessDecision decision) =>
        Decide(new() { Resource = For(named, element: "NotPrincipal") }).Should().Be(decision);

    [TestCase(Named.User, Allowed)]
    [TestCase("{'AWS': 'arn:aws:iam::111122223333:user/bob'}", ExplicitlyDenied)]
    public void NotPrincipal_denies_all_others(string named, AccessDecision decision) =>
        Decide(new() { Identity = [AllowAll], Resource = For(named, "Deny", "NotPrincipal") }).Should().Be(decision);

    [Test]
    public void NotPrincipal_denies_everybody_with_a_boundary() =>
        Decide(new() { Identity = [AllowAll], Boundary = AllowAll, Resource = For(Named.User, "Deny", "NotPrincipal") }).Should().Be(ExplicitlyDenied);

    [Test]
    public void A_statement_of_a_resource_policy_without_principal_means_nobody()
    {
        Decide(new() { Resource = AllowAll }).Should().Be(ImplicitlyDenied);
        Decide(new() { Identity = [AllowAll], Resource = Policy(Deny("*")) }).Should().Be(Allowed);
    }

    [Test]
    public void Identity_policies_mean_their_owner_whatever_principal_they_name() =>
        Decide(new() { Identity = [For("{'AWS': '444455556666'}")] }).Should().Be(Allowed);

    [TestCase("arn:aws:iam::111122223333:user/a/b/ann", RequestPrincipalKind.User, "ann")]
    [TestCase("arn:aws-cn:iam::111122223333:role/reader", RequestPrincipalKind.Role, "reader")]
    [TestCase("arn:aws:sts::111122223333:assumed-role/reader/s1", RequestPrincipalKind.RoleSession, "reader")]
    [TestCase("arn:aws:sts::111122223333:federated-user/fay", RequestPrincipalKind.FederatedUser, "fay")]
    [TestCase("arn:aws:iam::111122223333:root", RequestPrincipalKind.RootUser, null)]
    [TestCase("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com", RequestPrincipalKind.Federated, null)]
    [TestCase("sagemaker.amazonaws.com", RequestPrincipalKind.Service, null)]
    [TestCase("accounts.google.com", RequestPrincipalKind.Federated, null)]
    [TestCase("anonymous", RequestPrincipalKind.Anonymous, null)]
    public void Principals_are_read(string text, RequestPrincipalKind kind, string? name)
    {
        RequestPrincipal principal = RequestPrincipal.Parse(text);

        principal.Kind.Should().Be(kind);
        principal.Name.Should().Be(name);
        principal.ToString().Should().Be(text);
    }

    [TestCase("")]
    [TestCase("ann")]
    [TestCase("arn:aws:iam::111122223333:group/g")]
    [TestCase("arn:aws:iam::1111:user/ann")]
    [TestCase("arn:aws:iam::111122223333:user/")]
    [TestCase("arn:aws:sts::111122223333:assumed-role/reader")]
    [TestCase("arn:aws:s3:::bucket")]
    [TestCase("1111222233334")]
    public void Other_texts_are_no_principals(string text)
    {
        RequestPrincipal.TryParse(text, out RequestPrincipal? principal).Should().BeFalse();
        principal.Should().BeNull();
        FluentActions.Invoking(() => RequestPrincipal.Parse(text)).Should().Throw<FormatException>();
    }
}
