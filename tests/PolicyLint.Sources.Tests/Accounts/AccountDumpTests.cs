using PolicyLint.Sources.Accounts;

namespace PolicyLint.Sources.Tests.Accounts;

public sealed class AccountDumpTests
{
    private const string Statements = """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*"}]}""";

    [Test]
    public void An_inline_policy_of_a_user_is_found_as_it_stands() => Findings("""
        {"UserDetailList": [{"UserName": "Ann", "UserPolicyList": [{"PolicyName": "read", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "arn:aws:s3:::data/*"}]}}]}]}
        """).Should().Equal("""2:33 PL2002 user/Ann (inline policy "read"): "s3:GetObjcet" """.TrimEnd());

    [Test]
    public void An_inline_policy_of_a_group_is_found() => Findings("""
        {"GroupDetailList": [{"GroupName": "Readers", "GroupPolicyList": [{"PolicyName": "read", "PolicyDocument": {"Version": "2012-10-17", "Statement":
          {"Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "arn:aws:s3:::data/*"}}}]}]}
        """).Should().Equal("""2:33 PL2002 group/Readers (inline policy "read"): "s3:GetObjcet" """.TrimEnd());

    [Test]
    public void A_trust_policy_is_held_to_what_a_trust_policy_takes() => Findings("""
        {"RoleDetailList": [{"RoleName": "Train", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"Service": "sagemaker.amazonaws.com"}, "Action": "sts:AssumeRole", "Resource": "*"}]}, "RolePolicyList": []}]}
        """).Should().Contain("2:84 PL0109 role/Train (trust policy): \"Resource\"");

    [Test]
    public void A_document_with_URL_encoding_is_read_and_the_place_is_that_of_the_encoded_text() => Findings("""
        {"RoleDetailList": [{"RoleName": "Train", "RolePolicyList": [{"PolicyName": "é", "PolicyDocument":
          "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Sid%22%3A%22%C3%A9%22%2C%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3:GetObjcet%22%2C%22Resource%22%3A%22*%22%7D%7D"}]}]}
        """).Should().Equal(
            """2:75 PL0112 role/Train (inline policy "é"): %22%C3%A9%22""",
            """2:134 PL2002 role/Train (inline policy "é"): %22s3:GetObjcet%22""");

    [Test]
    public void A_document_in_a_plain_string_is_read_too() => Findings("""
        {"RoleDetailList": [{"RoleName": "Train", "RolePolicyList": [{"PolicyName": "read", "PolicyDocument":
          "{{Misspelt}}"}]}]}
        """).Should().Equal("""2:80 PL2002 role/Train (inline policy "read"): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void A_document_with_broken_URL_encoding_is_told_and_not_thrown() => Findings("""
        {"RoleDetailList": [{"RoleName": "Train", "RolePolicyList": [{"PolicyName": "read", "PolicyDocument": "%7B%2"}]}]}
        """).Should().ContainSingle().Which.Should().StartWith("1:107 ");

    [Test]
    public void Of_a_managed_policy_the_version_in_force_is_read_and_the_others_are_named()
    {
        SourceReading reading = Read("""
            {"Policies": [{"Arn": "arn:aws:iam::111122223333:policy/p", "DefaultVersionId": "v2", "PolicyVersionList": [
              {"VersionId": "v3", "IsDefaultVersion": false, "Document": {"Statement": []}},
              {"VersionId": "v2", "IsDefaultVersion": true, "Document": DOCUMENT},
              {"VersionId": "v1", "IsDefaultVersion": false, "Document": {"Statement": []}}]}]}
            """);

        Sighting.PoliciesOf(reading).Should().Equal("identity policy/arn:aws:iam::111122223333:policy/p");
        Sighting.Of(reading).Should().BeEmpty();
        Sighting.GapsOf(reading).Should().Equal("2:17 policy/arn:aws:iam::111122223333:policy/p: not in force, so not checked: v3, v1");
    }

    [Test]
    public void The_version_in_force_may_be_marked_only() => Policies("""
        {"Policies": [{"Arn": "arn:aws:iam::111122223333:policy/p", "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true, "Document": DOCUMENT}]}]}
        """).Should().Equal("identity policy/arn:aws:iam::111122223333:policy/p");

    [Test]
    public void A_managed_policy_without_its_document_is_told() => Gaps("""
        {"Policies": [
          {"Arn": "arn:aws:iam::111122223333:policy/p", "DefaultVersionId": "v2", "PolicyVersionList": []}]}
        """).Should().Equal("2:3 policy/arn:aws:iam::111122223333:policy/p: the version that is in force is not in the dump");

    [Test]
    public void A_policy_of_AWS_that_many_have_is_read_once() => Policies("""
        {"UserDetailList": [
          {"UserName": "Ann", "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::aws:policy/X"}]},
          {"UserName": "Bob", "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::aws:policy/X"}]}],
         "Policies": [{"Arn": "arn:aws:iam::aws:policy/X", "DefaultVersionId": "v1", "PolicyVersionList": [{"VersionId": "v1", "Document": DOCUMENT}]}]}
        """).Should().Equal("identity policy/arn:aws:iam::aws:policy/X");

    [Test]
    public void An_attached_policy_that_is_not_in_the_dump_is_told_of_who_has_it() => Gaps("""
        {"RoleDetailList": [{"RoleName": "Train",
          "AttachedManagedPolicies": [{"PolicyName": "X", "PolicyArn": "arn:aws:iam::aws:policy/X"}],
          "PermissionsBoundary": {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/b"}}]}
        """).Should().Equal(
            "2:64 role/Train: the document of this attached policy is not in the dump",
            "3:90 role/Train: the document of this permissions boundary is not in the dump");

    [Test]
    public void A_group_that_is_not_in_the_dump_is_told_of_its_user() => Gaps("""
        {"UserDetailList": [{"UserName": "Ann", "GroupList": ["Gone"]}]}
        """).Should().Equal("1:55 user/Ann: the group is not in the dump, so that what it allows is not known");

    [Test]
    public void A_managed_policy_that_is_a_boundary_only_is_held_to_what_a_boundary_is() => Policies("""
        {"RoleDetailList": [{"RoleName": "Train", "PermissionsBoundary": {"PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/b"}},
          {"RoleName": "Other", "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::111122223333:policy/both"}], "PermissionsBoundary": {"PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/both"}}],
         "Policies": [
          {"Arn": "arn:aws:iam::111122223333:policy/b", "DefaultVersionId": "v1", "PolicyVersionList": [{"VersionId": "v1", "Document": DOCUMENT}]},
          {"Arn": "arn:aws:iam::111122223333:policy/both", "DefaultVersionId": "v1", "PolicyVersionList": [{"VersionId": "v1", "Document": DOCUMENT}]}]}
        """).Should().Equal("boundary policy/arn:aws:iam::111122223333:policy/b", "identity policy/arn:aws:iam::111122223333:policy/both");

    [Test]
    public void Each_principal_has_its_policies_its_boundary_and_its_groups()
    {
        SourceReading reading = Read("""
            {"UserDetailList": [{"UserName": "Ann", "GroupList": ["Readers"], "UserPolicyList": [{"PolicyName": "own", "PolicyDocument": DOCUMENT}],
               "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::111122223333:policy/p"}],
               "PermissionsBoundary": {"PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/p"}}],
             "GroupDetailList": [{"GroupName": "Readers", "GroupPolicyList": [{"PolicyName": "theirs", "PolicyDocument": DOCUMENT}]}],
             "Policies": [{"Arn": "arn:aws:iam::111122223333:policy/p", "DefaultVersionId": "v1", "PolicyVersionList": [{"VersionId": "v1", "Document": DOCUMENT}]}]}
            """);

        reading.Principals.Select(principal => principal.Address).Should().Equal("group/Readers", "user/Ann");
        HostedPrincipal ann = reading.Principals[1];
        ann.Policies.Select(policy => policy.Text.Origin!.Address).Should().Equal("user/Ann (inline policy \"own\")", "policy/arn:aws:iam::111122223333:policy/p");
        ann.Policies.Should().BeSubsetOf(reading.Policies);
        ann.Boundary!.Type.Should().Be(PolicyType.Boundary);
        ann.Groups.Should().ContainSingle().Which.Should().BeSameAs(reading.Principals[0]);
        reading.Gaps.Should().BeEmpty();
    }

    [Test]
    public void Policies_come_in_the_order_of_the_file() => Policies("""
        {"RoleDetailList": [{"RoleName": "R", "AssumeRolePolicyDocument": DOCUMENT, "RolePolicyList": [{"PolicyName": "a", "PolicyDocument": DOCUMENT}],
           "InstanceProfileList": [{"Roles": [{"RoleName": "R", "AssumeRolePolicyDocument": DOCUMENT}]}]}],
         "UserDetailList": [{"UserName": "U", "UserPolicyList": [{"PolicyName": "b", "PolicyDocument": DOCUMENT}]}]}
        """).Should().Equal("trust role/R (trust policy)", "identity role/R (inline policy \"a\")", "identity user/U (inline policy \"b\")");

    private static SourceReading Read(string dump) => AccountDumpReader.Read(SampleFile.Of(dump.Replace("DOCUMENT", Statements, StringComparison.Ordinal)));

    private static string[] Findings(string dump) => Sighting.Of(Read(dump));

    private static string[] Policies(string dump) => Sighting.PoliciesOf(Read(dump));

    private static string[] Gaps(string dump) => Sighting.GapsOf(Read(dump));
}
