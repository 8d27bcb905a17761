using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Tests.Analysis;

public sealed class ActionPatternTests
{
    private const string Unknown = "\uFFFF";

    [TestCase("sagemaker:CreateEndpoint", ActionPatternKind.Exact)]
    [TestCase("SageMaker:createendpoint", ActionPatternKind.Exact)]
    [TestCase("sagemaker:Create*", ActionPatternKind.Wildcard)]
    [TestCase("sagemaker:*", ActionPatternKind.Wildcard)]
    [TestCase("sage*:CreateEndpoint", ActionPatternKind.Wildcard)]
    [TestCase("*:Create*", ActionPatternKind.Wildcard)]
    [TestCase("s*:*", ActionPatternKind.Wildcard)]
    [TestCase("*:??*", ActionPatternKind.Wildcard)]
    [TestCase("nosuchservice*:*", ActionPatternKind.Wildcard)]
    [TestCase("*", ActionPatternKind.Everything)]
    [TestCase("**", ActionPatternKind.Everything)]
    [TestCase("*:*", ActionPatternKind.Everything)]
    [TestCase("?*:*?", ActionPatternKind.Everything)]
    [TestCase("sagemaker:CreateEndpiont", ActionPatternKind.UnknownAction)]
    [TestCase("nosuchservice:CreateEndpoint", ActionPatternKind.UnknownService)]
    [TestCase("nosuchservice:*", ActionPatternKind.UnknownService)]
    [TestCase("CreateEndpoint", ActionPatternKind.Malformed)]
    [TestCase("sagemaker*", ActionPatternKind.Malformed)]
    [TestCase("?*", ActionPatternKind.Malformed)]
    [TestCase("sagemaker:", ActionPatternKind.Malformed)]
    [TestCase(":CreateEndpoint", ActionPatternKind.Malformed)]
    [TestCase("sagemaker:Create:Endpoint", ActionPatternKind.Malformed)]
    [TestCase("sagemaker: CreateEndpoint", ActionPatternKind.Malformed)]
    [TestCase(" sagemaker:*", ActionPatternKind.Malformed)]
    [TestCase("sagemaker:" + Unknown, ActionPatternKind.Unresolved)]
    [TestCase(Unknown, ActionPatternKind.Unresolved)]
    public void A_value_has_a_kind(string value, ActionPatternKind expected) => Statements.Action(value).Kind.Should().Be(expected);

    [TestCase("sagemaker*")]
    [TestCase("sagemaker:CreateEndpiont")]
    [TestCase("nosuchservice:*")]
    [TestCase("nosuchservice*:*")]
    [TestCase("sagemaker:Zzz*")]
    [TestCase("sagemaker:" + Unknown)]
    public void What_names_no_known_action_is_empty(string value) => Statements.Action(value).Actions.Should().BeSameAs(ActionSet.Empty);

    [Test]
    public void An_exact_value_has_one_action()
    {
        ActionPattern pattern = Statements.Action("sagemaker:createendpoint");

        pattern.Action!.Value.FullName.Should().Be("sagemaker:CreateEndpoint");
        pattern.Service!.Value.Prefix.Should().Be("sagemaker");
        pattern.Actions.Should().Equal(Statements.ActionOf("sagemaker:CreateEndpoint").Ordinal);
    }

    [TestCase("sagemaker:*")]
    [TestCase("sagemaker:**")]
    [TestCase("sagemaker:?*")]
    [TestCase("SAGEMAKER:*?")]
    [TestCase("sagemake?:*")]
    public void Every_name_of_a_service_takes_in_those_that_are_not_known(string value)
    {
        CatalogService sagemaker = Statements.ServiceOf("sagemaker");

        Statements.Action(value).Actions.Should().Equal(ActionSet.FromRange(sagemaker.FirstOrdinal, sagemaker.EndOrdinal));
    }

    [TestCase("sagemaker:??*")]
    [TestCase("sagemaker:*e*")]
    [TestCase("*:C*")]
    public void A_narrower_pattern_takes_in_only_known_names(string value) =>
        Statements.Action(value).Actions.Any(Statements.Catalog.IsPhantom).Should().BeFalse();

    [Test]
    public void Everything_is_every_ordinal() =>
        Statements.Action("*:*").Actions.Should().Equal(ActionSet.FromRange(0, Statements.Catalog.OrdinalCount));

    [Test]
    public void A_wildcard_in_the_service_takes_in_every_service_that_matches()
    {
        ActionSet actions = Statements.Action("sage*:*").Actions;

        actions.Contains(Statements.ServiceOf("sagemaker").PhantomOrdinal).Should().BeTrue();
        actions.Contains(Statements.ServiceOf("sagemaker-mlflow").PhantomOrdinal).Should().BeTrue();
        actions.Contains(Statements.ServiceOf("s3").PhantomOrdinal).Should().BeFalse();
        actions.Contains(Statements.Catalog.UnknownServiceOrdinal).Should().BeFalse();
    }

    [Test]
    public void A_name_is_looked_up_in_every_service_that_matches() =>
        Statements.Action("*:createendpoint").Actions.Select(ordinal => Statements.Catalog.GetAction(ordinal).FullName)
            .Should().Contain("sagemaker:CreateEndpoint").And.OnlyContain(name => name.EndsWith(":CreateEndpoint"));

    [TestCase("sagemaker:Create*", "sagemaker", "Create*", true, false)]
    [TestCase("s*:Get", "s*", "Get", true, true)]
    [TestCase("*", "", "*", true, true)]
    [TestCase("s3:GetObject", "s3", "GetObject", false, false)]
    public void The_parts_are_told(string value, string prefix, string name, bool wildcard, bool inService)
    {
        ActionPattern pattern = Statements.Action(value);

        pattern.Prefix.Should().Be(prefix);
        pattern.Name.Should().Be(name);
        pattern.HasWildcard.Should().Be(wildcard);
        pattern.HasWildcardInService.Should().Be(inService);
    }
}
